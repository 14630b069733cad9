-- Shares of a proposal's budget that a settled divergence binds it to (D40), in per cent.
create table tandem.proposal_share (
    case_id      text          not null references tandem.proposal on delete cascade,
    settled_in   text          not null,
    organisation text          not null,
    share        numeric(5, 2) not null,
    settled_at   timestamptz   not null,
    primary key (case_id, settled_in, organisation)
);
