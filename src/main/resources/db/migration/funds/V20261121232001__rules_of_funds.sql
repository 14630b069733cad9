-- What the funds have in common: fees, the standard document, and how old the data are.
create table tandem.fund_rule (
    code text primary key,
    payload jsonb not null
);
