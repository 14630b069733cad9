-- Whether government, employers and workers of a country were consulted on a proposal, and whether the country endorses it.
create table tandem.proposal_consultation (
    case_id     text        not null references tandem.proposal on delete cascade,
    country     text        not null,
    kind        text        not null check (kind in ('GOVERNMENT', 'EMPLOYERS', 'WORKERS', 'ENDORSEMENT')),
    held        boolean     not null,
    whom        text,
    held_on     date,
    note        text,
    attachment  uuid,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    primary key (case_id, country, kind)
);

-- Private partners of a proposal and what their due diligence came to (R-053, S-022).
create table tandem.proposal_partner (
    case_id     text        not null references tandem.proposal on delete cascade,
    name        text        not null,
    result      text        not null check (result in ('NOT_NEEDED', 'PENDING', 'CLEARED', 'REFUSED')),
    valid_until date,
    agency      text        not null,
    note        text,
    attachment  uuid,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    primary key (case_id, name)
);
