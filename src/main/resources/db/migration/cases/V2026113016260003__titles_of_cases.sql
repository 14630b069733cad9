-- Other modules may read what a case is called.
create or replace view tandem.case_cover as
    select id, kind, parent, framework, area, country, fund, state, state_reason, state_since, no_director, waiting_since,
           suspended_by, suspended_since, priority, opened_for, opened_at, changed_at, title
      from tandem.case_file;
