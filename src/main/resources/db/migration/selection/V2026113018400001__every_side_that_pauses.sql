-- A case names every party that has paused it, no longer the first alone; so do the divergences about it.
update tandem.case_file c
   set suspended_by = p.agencies, suspension_reason = p.reasons
  from (select case_id, string_agg(agency, ', ' order by since, agency) as agencies,
               string_agg(reason, chr(10) order by since, agency) as reasons
          from tandem.country_pause group by case_id having count(*) > 1) p
 where c.suspended_by is not null and p.case_id in (c.id, c.parent);
