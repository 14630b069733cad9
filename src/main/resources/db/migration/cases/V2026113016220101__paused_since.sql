-- A paused case is in the state shown since the pause, whatever state lies beneath.
create or replace view tandem.case_row as
    select c.id, c.kind, c.parent, c.framework, c.area, c.framework || '-' || c.area as area_key, c.country,
           case when c.suspended_by is not null then 'SUSPENDED' else c.state end as state,
           c.state_reason as reason, coalesce(c.suspended_since, c.state_since) as since, c.no_director, c.priority,
           c.opened_for, c.opened_at,
           coalesce(o.sort_en, 'zz') as country_en, coalesce(o.sort_fr, 'zz') as country_fr,
           c.suspended_by, c.waiting_since
      from tandem.case_file c
      left join tandem.country_order o on o.iso3 = c.country;
