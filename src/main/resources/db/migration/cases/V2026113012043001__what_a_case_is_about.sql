-- A case is about a framework in the version it began under, any number of countries and areas, at most one fund, and may have
-- a title (D25). What lists are sorted by stays in the one row of the case: MUL stands for several in the place of one, ALL for none.
alter table tandem.case_file
    add column title             text,
    add column framework_version integer,
    add column fund              text;
comment on column tandem.case_file.country is 'the country of a case with exactly one, otherwise MUL for several and ALL for none';
comment on column tandem.case_file.area is 'the area of a case with exactly one, otherwise MUL for several and ALL for none';

update tandem.case_file c
   set framework_version = (select max(v.version) from tandem.framework_version v
                             where v.short_code = c.framework and v.loaded_at <= c.opened_at);

create table tandem.case_country (
    case_id text not null references tandem.case_file,
    country text not null,
    primary key (case_id, country)
);
create index case_country_by_country on tandem.case_country (country, case_id);
insert into tandem.case_country select id, country from tandem.case_file;

create table tandem.case_area (
    case_id text not null references tandem.case_file,
    area    text not null,
    primary key (case_id, area)
);
create index case_area_by_area on tandem.case_area (area, case_id);
insert into tandem.case_area select id, area from tandem.case_file;

-- Several countries may lie in several regions of one agency.
alter table tandem.case_region
    drop constraint case_region_pkey,
    add primary key (case_id, agency, region);

-- The last number given to a kind of case below a case or subject. Divergences and support requests have theirs already.
create table tandem.case_number (
    stem   text    not null,
    letter text    not null,
    last   integer not null,
    primary key (stem, letter)
);
insert into tandem.case_number
select parts[1], parts[2], max(parts[3]::integer)
  from (select regexp_match(id, '^(.+)-([A-Z])([0-9]+)$') as parts from tandem.case_file
         where kind in ('divergence', 'support')) numbered
 group by parts[1], parts[2];
