-- The answer to the question stands beside it for all who vote anew; until now it stood in the history alone.
alter table tandem.vetting add column answer text;
-- How the divergence about a split vote was settled: the reason of the case that ends with it.
alter table tandem.vetting add column settled_as text;
update tandem.vetting v set answer = (
    select e.body from tandem.case_entry e
     where e.case_id = v.case_id and e.words_key = 'vetting.history.answered' order by e.at desc, e.id desc limit 1)
 where v.question is not null and v.state <> 'RETURNED';
