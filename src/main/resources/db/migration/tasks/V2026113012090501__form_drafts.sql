-- What somebody has typed into a form and not yet sent: of tasks one for each task, of what people begin of their own accord as
-- many as they have begun. Once sent, a draft without a task remembers where it led, so that a second click leads there too.
create table tandem.form_draft (
    id        uuid primary key,
    person    uuid        not null,
    form      text        not null,
    form_hash text,
    case_id   text,
    task_id   text,
    typed     jsonb       not null,
    saved_at  timestamptz not null,
    led_to    text
);
create unique index form_draft_by_task on tandem.form_draft (task_id, person) where task_id is not null;
create index form_draft_by_case on tandem.form_draft (case_id, form, person) where case_id is not null;
create index form_draft_by_person on tandem.form_draft (person, form, saved_at desc) where task_id is null;

-- A draft was kept for a case and a step: now for each open task of it, or for the next one when none is open.
insert into tandem.form_draft (id, person, form, case_id, task_id, typed, saved_at)
select gen_random_uuid(), d.person, d.task_key, d.case_id, t.id, d.typed, d.saved_at
  from tandem.task_draft d
  left join tandem.task t on t.case_id = d.case_id and t.task_key = d.task_key and t.state = 'OPEN';
drop table tandem.task_draft;
