-- The budget of a proposal in US dollars (D35, D36): amounts by organisation, category, year and source; by organisation and
-- category a text; by organisation the rate of indirect costs and, where it was agreed, the total. Nothing is stored for zero.
create table tandem.proposal_budget (
    case_id    text primary key references tandem.proposal on delete cascade,
    revision   bigint      not null,
    changed_by uuid        not null,
    changed_at timestamptz not null
);
create table tandem.proposal_budget_cell (
    case_id      text     not null references tandem.proposal on delete cascade,
    organisation text     not null,
    category     smallint not null check (category between 0 and 8),
    year         smallint not null check (year between 0 and 10),
    field        text     not null check (field in ('REQUESTED', 'OWN', 'OTHER', 'DESCRIPTION', 'RATE', 'FIXED_TOTAL')),
    amount       numeric(12, 2) check (amount >= 0),
    words        text,
    primary key (case_id, organisation, category, year, field),
    check ((words is null) = (field <> 'DESCRIPTION') and (amount is null) = (field = 'DESCRIPTION')),
    -- Indirect costs of what is asked for are computed.
    check (category < 8 or field <> 'REQUESTED')
);

-- What every saving changed: by whom, and what stood there before; null for nothing.
create table tandem.proposal_budget_change (
    case_id      text        not null references tandem.proposal on delete cascade,
    revision     bigint      not null,
    organisation text        not null,
    category     smallint    not null,
    year         smallint    not null,
    field        text        not null,
    before       text,
    after        text,
    changed_by   uuid        not null,
    changed_at   timestamptz not null,
    primary key (case_id, revision, organisation, category, year, field)
);
