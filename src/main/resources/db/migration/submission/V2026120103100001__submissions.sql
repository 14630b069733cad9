-- A submission (S-011): one cleared proposal to one call of one fund, what goes out, and what the fund says outside (D38).
create table tandem.submission (
    case_id        text primary key references tandem.case_file,
    programme      text          not null references tandem.case_file,
    call           text          not null,
    fund           text          not null,
    number         integer       not null,
    requested      numeric(15, 2) not null,
    opened_by      uuid          not null,
    consulted      text check (consulted in ('ENDORSED', 'COMMENTED', 'OBJECTED')),
    consulted_said text,
    consulted_on   date,
    consulted_by   uuid,
    consulted_as   text,
    handed_in_at   timestamptz,
    handed_in_on   date,
    handed_in_by   uuid,
    recorded_late  boolean       not null default false,
    receipt        uuid,
    reference      text,
    received_on    date,
    question       text,
    question_due   date,
    answer         text,
    outcome        text,
    decided_on     date,
    decided_by     uuid,
    reasons        text,
    deferred_until date,
    version        integer       not null
);
create index submission_of_programme on tandem.submission (programme);
create index submission_of_call on tandem.submission (call);

-- What each organisation is granted, what each has spent on it in working days (R-048), and what the fund made a condition.
create table tandem.submission_grant (
    case_id      text           not null references tandem.submission on delete cascade,
    organisation text           not null,
    amount       numeric(15, 2) not null,
    primary key (case_id, organisation)
);
create table tandem.submission_effort (
    case_id      text          not null references tandem.submission on delete cascade,
    organisation text          not null,
    days         numeric(6, 1) not null,
    primary key (case_id, organisation)
);
create table tandem.submission_condition (
    case_id   text    not null references tandem.submission on delete cascade,
    number    integer not null,
    condition text    not null,
    done_at   timestamptz,
    done_by   uuid,
    primary key (case_id, number)
);

-- Who has spoken for the receipt of what was handed in before the call closed: each side by another person (R-023).
create table tandem.submission_witness (
    case_id text not null references tandem.submission on delete cascade,
    person  uuid not null,
    primary key (case_id, person)
);

-- The package that goes to the fund: made once for each version, the same bytes for everybody ever after.
create table tandem.submission_package (
    case_id text        not null references tandem.submission on delete cascade,
    number  integer     not null,
    content bytea       not null,
    sha256  text        not null,
    made_at timestamptz not null,
    primary key (case_id, number)
);
