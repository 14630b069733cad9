-- Ad-hoc work the coordinators of a case were asked to do; id is its process instance. Asked once for each cause while it is open.
create table tandem.todo (
    id       text primary key,
    case_id  text        not null references tandem.case_file,
    about    text        not null,
    note     text        not null,
    asked_by uuid        not null,
    asked_at timestamptz not null,
    done_by  uuid,
    done_at  timestamptz
);
create unique index todo_open on tandem.todo (about) where done_at is null;
create index todo_by_case on tandem.todo (case_id);
