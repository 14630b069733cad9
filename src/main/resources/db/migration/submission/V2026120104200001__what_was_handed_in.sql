-- What counts in figures: submissions from the day they were handed in, whatever became of them; drafts never do.
create view tandem.submission_handed_in as
    select s.case_id, s.programme, s.call, s.fund, s.requested, s.handed_in_at,
           (select sum(g.amount) from tandem.submission_grant g where g.case_id = s.case_id) as approved,
           (select sum(e.days) from tandem.submission_effort e where e.case_id = s.case_id) as days
      from tandem.submission s
     where s.handed_in_at is not null;
comment on view tandem.submission_handed_in is 'each submission that was handed in, for the statements of other modules';
