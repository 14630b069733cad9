create table tandem.fund (
    code text primary key,
    position integer not null,
    payload jsonb not null,
    retired_at timestamptz
);

create table tandem.fund_alias (
    alias text primary key,
    code text not null references tandem.fund
);

create table tandem.marker (
    code text primary key,
    position integer not null,
    payload jsonb not null,
    retired_at timestamptz
);
