-- What other modules may read of cases in their own statements; how it is kept stays the business of this module.
create view tandem.case_cover as
    select id, kind, parent, framework, area, country, fund, state, state_reason, state_since, no_director, waiting_since,
           suspended_by, suspended_since, priority, opened_for, opened_at, changed_at
      from tandem.case_file;
comment on view tandem.case_cover is 'each case, for the statements of other modules';

create view tandem.case_in_region as select case_id, agency, region from tandem.case_region;
comment on view tandem.case_in_region is 'under which region each agency filed the countries of a case when it was opened';
