-- The inbox: our own projection of open tasks (D5), written in the engine's transaction.
create table tandem.task (
    id          text primary key,
    case_id     text        not null,
    module      text        not null,
    task_key    text        not null,
    form_key    text        not null,
    deployment_id text,
    process_definition_id text not null,
    process_instance_id text not null,
    framework   text        not null,
    area        text        not null,
    country     text        not null,
    party       text,
    state       text        not null,
    priority    integer     not null,
    assignee    uuid,
    claimed_at  timestamptz,
    created_at  timestamptz not null,
    due_at      timestamptz,
    remind_at   timestamptz,
    reminded_at timestamptz,
    overdue_at  timestamptz,
    ended_at    timestamptz,
    ended_by    uuid,
    version     integer     not null default 0
);
create index task_open_by_case on tandem.task (case_id) where state = 'OPEN';
create index task_open_by_due on tandem.task (due_at, id) where state = 'OPEN';
create index task_open_by_assignee on tandem.task (assignee) where state = 'OPEN';
create index task_ended_by_case on tandem.task (case_id, task_key, ended_at) where state <> 'OPEN';
create index task_open_by_process on tandem.task (process_instance_id) where state = 'OPEN';

create table tandem.task_offer (
    task_id text not null references tandem.task on delete cascade,
    role    text not null,
    agency  text not null,
    scope   text not null,
    primary key (task_id, role, agency, scope)
);
create index task_offer_by_group on tandem.task_offer (role, agency, scope, task_id);

create table tandem.task_draft (
    case_id   text        not null,
    task_key  text        not null,
    person    uuid        not null,
    typed     jsonb       not null,
    saved_at  timestamptz not null,
    primary key (case_id, task_key, person)
);

create table tandem.saved_view (
    id     uuid primary key,
    person uuid not null,
    name   text not null,
    query  text not null,
    unique (person, name)
);

create table tandem.inbox_look (
    person    uuid primary key,
    looked_at timestamptz not null
);
