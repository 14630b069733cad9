-- Calls as they stand: what the file of their fund says (said), changed where somebody changed it by hand (edited).
create table tandem.call (
    id text primary key,
    fund text not null references tandem.fund,
    terms jsonb not null,
    said jsonb not null,
    verified boolean not null,
    edited text[] not null,
    ended text check (ended in ('CLOSED', 'CANCELLED')),
    version integer not null,
    retired_at timestamptz
);

create table tandem.call_event (
    id bigint generated always as identity primary key,
    call text not null references tandem.call,
    version integer not null,
    at timestamptz not null,
    kind text not null,
    person uuid,
    reason text,
    changes jsonb not null
);

create index call_event_of_call on tandem.call_event (call, id);
