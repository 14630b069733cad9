-- Running cases on their way from one version of a process to the next: what was asked, how far it is, what became of each.
create table tandem.model_migration (
    id              uuid primary key,
    process         text        not null,
    from_definition text        not null,
    from_version    integer     not null,
    to_definition   text        not null,
    to_version      integer     not null,
    steps           jsonb       not null,
    state           text        not null,
    asked_by        uuid        not null,
    asked_at        timestamptz not null,
    steered_by      uuid,
    ended_at        timestamptz,
    worked_millis   bigint      not null default 0
);
create unique index model_migration_one_at_a_time on tandem.model_migration (from_definition)
    where state in ('RUNNING', 'PAUSED');
create index model_migration_by_process on tandem.model_migration (process, asked_at desc);

create table tandem.model_migration_case (
    migration           uuid    not null references tandem.model_migration,
    process_instance_id text    not null,
    case_id             text    not null,
    state               text    not null,
    attempts            integer not null default 0,
    reason_key          text,
    reason_args         jsonb,
    at                  timestamptz,
    primary key (migration, process_instance_id)
);
create index model_migration_case_waiting on tandem.model_migration_case (migration, attempts, case_id)
    where state = 'WAITING';
