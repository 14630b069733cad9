-- A vote keeps the group it was given for, even if the country goes to another region or director later.
alter table tandem.vetting_vote add column acting_as text;
update tandem.vetting_vote v
   set acting_as = coalesce(
       (select max(e.acting_as) from tandem.case_entry e where e.case_id = v.case_id and e.at = v.at
           and e.acting_as like 'regional-director:' || v.agency || ':%'),
       (select 'regional-director:' || v.agency || ':' || r.region from tandem.case_region r
         where r.case_id = v.case_id and r.agency = v.agency),
       'regional-director:' || v.agency || ':NONE');
alter table tandem.vetting_vote alter column acting_as set not null;
