-- Who has paused a case, and since when it waits, for the stages that read it by the view.
create or replace view tandem.case_row as
    select c.id, c.kind, c.parent, c.framework, c.area, c.framework || '-' || c.area as area_key, c.country,
           case when c.suspended_by is not null then 'SUSPENDED' else c.state end as state,
           c.state_reason as reason, c.state_since as since, c.no_director, c.priority, c.opened_for, c.opened_at,
           coalesce(o.sort_en, 'zz') as country_en, coalesce(o.sort_fr, 'zz') as country_fr,
           c.suspended_by, c.waiting_since
      from tandem.case_file c
      left join tandem.country_order o on o.iso3 = c.country;
