-- Changes of the roster whose open tasks are still to be looked at, each in many small transactions. A row goes when all
-- has been looked at, what was being written while the change was made included.
create table tandem.roster_change (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    role       text,
    agency     text,
    scope      text,
    country    text,
    person     uuid,
    case_id    text,
    at         timestamptz not null,
    since      timestamptz,
    after_case text        not null default '',
    barrier    xid8,
    complete   boolean     not null default false
);
comment on column tandem.roster_change.since is 'only tasks created since then; all when null';
comment on column tandem.roster_change.barrier is 'transactions before this one may not have known of the change';

-- Nobody is left who may do the task. Its time stands still meanwhile.
alter table tandem.task add column abandoned_since timestamptz;
create index task_abandoned on tandem.task (case_id) where state = 'OPEN' and abandoned_since is not null;
