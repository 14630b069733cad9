-- Why a proposal is of an area that is not usual for proposals (R-028); until now it stood in the history alone.
alter table tandem.proposal add column area_reason text;
update tandem.proposal p set area_reason = (
    select e.body from tandem.case_entry e
     where e.case_id = p.case_id and e.words_key = 'programme.history.unusualArea' order by e.at desc, e.id desc limit 1);
