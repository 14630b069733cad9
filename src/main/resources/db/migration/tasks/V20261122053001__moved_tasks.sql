-- Open tasks that were taken to another version of their process: whoever still has the old page open is led to the new one.
create table tandem.task_moved (
    task_id         text        not null references tandem.task on delete cascade,
    case_id         text        not null,
    at              timestamptz not null,
    from_key        text        not null,
    from_deployment text
);
create index task_moved_by_case on tandem.task_moved (case_id, from_key, at desc);
create index task_moved_by_task on tandem.task_moved (task_id);
