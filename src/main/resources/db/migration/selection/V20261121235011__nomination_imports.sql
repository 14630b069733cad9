-- A spreadsheet of nominations somebody uploaded: checked, shown, and started only when confirmed. Its owner alone sees it.
create table tandem.nomination_import (
    id            uuid primary key,
    person        uuid        not null,
    sign_in_name  text        not null,
    file_name     text        not null,
    state         text        not null,
    notices       jsonb       not null default '[]',
    uploaded_at   timestamptz not null,
    checked_at    timestamptz not null,
    confirmed_at  timestamptz,
    finished_at   timestamptz,
    worked_until  timestamptz
);
create index nomination_import_by_person on tandem.nomination_import (person, uploaded_at desc);
create index nomination_import_running on tandem.nomination_import (worked_until) where state = 'RUNNING';

create table tandem.nomination_import_row (
    import_id uuid    not null references tandem.nomination_import on delete cascade,
    number    integer not null,
    cells     jsonb   not null,
    verdict   text    not null,
    problems  jsonb   not null default '[]',
    cases     jsonb   not null default '[]',
    primary key (import_id, number)
);
