-- Divergences and how they climb (S-030). Positions stay private until every side of a level has stated its own.
create table tandem.divergence (
    case_id      text primary key references tandem.case_file,
    matter_id    text        not null references tandem.case_file,
    subject      text        not null,
    summary      text        not null,
    blocking     boolean     not null,
    level        text        not null,
    state        text        not null,
    outcome      text,
    resolution   text,
    settled_text text,
    follow_up    text,
    settled_at   timestamptz,
    version      integer     not null
);
create index divergence_by_matter on tandem.divergence (matter_id);
-- The same subject is open once on one case, however often somebody clicks.
create unique index divergence_open_once on tandem.divergence (matter_id, subject)
    where state in ('RAISED', 'COUNTRY_LEVEL', 'REGIONAL_LEVEL', 'JOINT_MECHANISM');

create table tandem.divergence_position (
    id      uuid primary key,
    case_id text        not null references tandem.divergence,
    level   text        not null,
    agency  text        not null,
    person  uuid        not null,
    text    text        not null,
    at      timestamptz not null,
    unique (case_id, level, agency)
);

create table tandem.divergence_move (
    id         uuid primary key,
    case_id    text        not null references tandem.divergence,
    number     integer     not null,
    level      text        not null,
    kind       text        not null,
    agency     text        not null,
    person     uuid        not null,
    text       text,
    outcome    text,
    resolution text,
    follow_up  text,
    at         timestamptz not null,
    unique (case_id, number)
);

create table tandem.divergence_stay (
    id         uuid primary key,
    case_id    text        not null references tandem.divergence,
    level      text        not null,
    entered_at timestamptz not null,
    left_at    timestamptz,
    unique (case_id, level)
);
