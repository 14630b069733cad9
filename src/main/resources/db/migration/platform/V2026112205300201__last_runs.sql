-- When work that goes on by the clock last ran, on whichever node.
create table tandem.last_run (
    work   text primary key,
    ran_at timestamptz not null
);
