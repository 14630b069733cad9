-- Who has paused a country: each party may, for its own reason. It is paused while any pause stands (R-012).
create table tandem.country_pause (
    case_id text        not null references tandem.case_file,
    agency  text        not null,
    reason  text        not null,
    since   timestamptz not null,
    primary key (case_id, agency)
);
insert into tandem.country_pause (case_id, agency, reason, since)
select id, suspended_by, coalesce(suspension_reason, ''), suspended_since from tandem.case_file
 where kind = 'selection' and suspended_by is not null;
