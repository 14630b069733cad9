-- A joint proposal (S-010): what is written, by whom, and the versions of it that were reviewed and cleared.
create table tandem.proposal (
    case_id         text primary key references tandem.case_file,
    convening       text        not null,
    fund            text,
    call            text,
    template        text        not null,
    assessment      text,
    starts_on       date,
    months          integer,
    content_version bigint      not null default 0,
    changed_at      timestamptz not null,
    version         integer     not null
);

-- Who speaks for a party while it is written.
create table tandem.proposal_lead (
    case_id text not null references tandem.proposal on delete cascade,
    agency  text not null,
    person  uuid not null,
    primary key (case_id, agency)
);

-- Every organisation with rows in the budget and a line for its signature; those beyond the parties come with a letter.
create table tandem.proposal_organisation (
    case_id    text        not null references tandem.proposal on delete cascade,
    code       text        not null,
    name       text        not null,
    attachment uuid,
    added_by   uuid        not null,
    added_at   timestamptz not null,
    primary key (case_id, code)
);

-- Whoever has changed any of it: they do not clear it (R-051).
create table tandem.proposal_writer (
    case_id text not null references tandem.proposal on delete cascade,
    person  uuid not null,
    primary key (case_id, person)
);

-- What stands in a section now, and every version that was saved of it.
create table tandem.proposal_section (
    case_id    text        not null references tandem.proposal on delete cascade,
    section    text        not null,
    content    jsonb       not null,
    revision   integer     not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (case_id, section)
);
create table tandem.proposal_section_version (
    case_id    text        not null references tandem.proposal on delete cascade,
    section    text        not null,
    revision   integer     not null,
    content    jsonb       not null,
    changed_by uuid        not null,
    changed_at timestamptz not null,
    primary key (case_id, section, revision)
);

-- A frozen version (D37): the canonical JSON of all content and its SHA-256.
create table tandem.proposal_version (
    case_id         text        not null references tandem.proposal on delete cascade,
    number          integer     not null,
    fingerprint     text        not null,
    content         text        not null,
    content_version bigint      not null,
    frozen_at       timestamptz not null,
    primary key (case_id, number)
);

-- What each party said of a version, in its review and in its clearance; void once the content was changed.
create table tandem.proposal_answer (
    id         uuid primary key default gen_random_uuid(),
    case_id    text        not null references tandem.proposal on delete cascade,
    step       text        not null check (step in ('REVIEW', 'CLEARANCE')),
    number     integer     not null,
    party      text        not null,
    person     uuid        not null,
    acting_as  text        not null,
    answer     text        not null,
    place      text,
    reason     text,
    days       numeric(6, 1),
    at         timestamptz not null,
    voided_at  timestamptz,
    voided_by  uuid
);
create index proposal_answer_of on tandem.proposal_answer (case_id, number);

-- What other modules may read of a proposal by SQL.
create view tandem.proposal_row as
select case_id, convening, fund, changed_at from tandem.proposal;
