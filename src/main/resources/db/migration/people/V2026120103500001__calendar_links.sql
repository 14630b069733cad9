-- Secret links to the calendars of persons. The secret itself is never kept.
create table tandem.calendar_link (
    person_id uuid primary key references tandem.person,
    secret_digest text not null unique,
    made_at timestamptz not null
);
