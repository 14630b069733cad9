-- Joint identification of a country (S-001): the nomination file of one selection case.
create table tandem.nomination (
    case_id               text primary key references tandem.case_file,
    framework             text    not null,
    country               text    not null,
    area                  text    not null,
    nominated_by          text    not null,
    nominator             uuid    not null,
    entry_point           text    not null,
    existing_capacity     text,
    replicable            text,
    reasons               text    not null,
    expected_gain         text,
    collaborations        jsonb   not null default '[]',
    no_collaboration      text,
    absence_explanation   text,
    amendments            text,
    state                 text    not null,
    import_key            text unique,
    version               integer not null
);
create index nomination_by_subject on tandem.nomination (framework, country, area);

create table tandem.nomination_agreement (
    id      uuid primary key,
    case_id text        not null references tandem.nomination,
    agency  text        not null,
    person  uuid        not null,
    answer  text        not null,
    reason  text,
    at      timestamptz not null,
    unique (case_id, agency)
);
