create table tandem.country (
    iso3 text primary key,
    name_en text not null,
    name_fr text not null,
    name_es text not null,
    ldc boolean not null,
    lldc boolean not null,
    sids boolean not null,
    fragile boolean not null,
    payload jsonb not null,
    retired_at timestamptz
);

create table tandem.country_flag (
    code text primary key,
    payload jsonb not null
);

create table tandem.agency (
    code text primary key,
    position integer not null,
    payload jsonb not null,
    retired_at timestamptz
);

-- Each agency draws its own borders between regions (R-003): never one region per country.
create table tandem.country_agency (
    agency text not null references tandem.agency,
    iso3 text not null references tandem.country,
    region text,
    present boolean not null,
    presence text,
    primary key (agency, iso3)
);

create index country_agency_by_region on tandem.country_agency (agency, region);
