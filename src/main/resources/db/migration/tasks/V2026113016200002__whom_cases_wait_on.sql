-- For registers of cases: on whom an open task waits, a person or a candidate group, and until when; no date while it is paused.
create view tandem.task_waiting as
select t.case_id, coalesce(cast(t.assignee as text), o.role || ':' || o.agency || ':' || o.scope) as holder,
       case when t.abandoned_since is null then t.due_at end as due_at
  from tandem.task t left join tandem.task_offer o on o.task_id = t.id and t.assignee is null
 where t.state = 'OPEN';
