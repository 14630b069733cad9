-- What every case has (S-004): identity, parties' regions, history, comments, letters, notices.
create table tandem.case_file (
    id              text primary key,
    kind            text        not null,
    framework       text        not null,
    area            text        not null,
    country         text        not null,
    state           text        not null,
    state_reason    text,
    state_since     timestamptz not null,
    no_director     boolean     not null default false,
    suspended_by    text,
    suspended_since timestamptz,
    suspension_reason text,
    withdrawal_asked_by text,
    priority        integer     not null default 50,
    opened_by       uuid        not null,
    opened_for      text        not null,
    opened_at       timestamptz not null,
    changed_at      timestamptz not null,
    version         integer     not null
);
create index case_file_by_subject on tandem.case_file (framework, country, area);
create index case_file_by_change on tandem.case_file (changed_at desc, id);

create table tandem.case_region (
    case_id text not null references tandem.case_file,
    agency  text not null,
    region  text not null,
    primary key (case_id, agency)
);
create index case_region_by_region on tandem.case_region (agency, region, case_id);

create table tandem.case_entry (
    id        bigint generated always as identity primary key,
    case_id   text        not null references tandem.case_file,
    at        timestamptz not null,
    kind      text        not null,
    person    uuid,
    acting_as text,
    words_key text        not null,
    words_args jsonb      not null default '[]',
    body      text
);
create index case_entry_by_case on tandem.case_entry (case_id, id);

create function tandem.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the history of a case is append-only'; end $$;
create trigger case_entry_is_append_only before update or delete on tandem.case_entry
    for each row execute function tandem.refuse_change();

create table tandem.case_letter (
    id           uuid primary key,
    case_id      text        not null references tandem.case_file,
    file_name    text        not null,
    content_type text        not null,
    size_bytes   integer     not null,
    sha256       text        not null,
    content      bytea       not null,
    added_by     uuid        not null,
    added_at     timestamptz not null,
    unique (case_id, sha256)
);

create table tandem.case_notice (
    id         bigint generated always as identity primary key,
    case_id    text        not null references tandem.case_file,
    at         timestamptz not null,
    role       text        not null,
    agency     text        not null,
    scope      text        not null,
    words_key  text        not null,
    words_args jsonb       not null default '[]',
    caused_by  uuid
);
create index case_notice_by_reader on tandem.case_notice (role, agency, scope, at desc);
