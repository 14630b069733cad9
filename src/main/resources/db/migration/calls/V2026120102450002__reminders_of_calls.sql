-- Whose writers were reminded of which closing; after an extension it is another one.
create table tandem.call_reminder (
    call text not null,
    case_id text not null,
    closes_at timestamptz not null,
    primary key (call, case_id, closes_at)
);
