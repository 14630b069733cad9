-- When somebody asked those a task waits on to look at it; the words stand in the case's history.
create table tandem.nudge (
    id        bigint generated always as identity primary key,
    task_id   text        not null,
    at        timestamptz not null,
    nudged_by uuid        not null
);
create index nudge_by_task on tandem.nudge (task_id, at);
