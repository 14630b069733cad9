-- A todo is open as long as its task is; who did it and when stands there.
drop index tandem.todo_open;
alter table tandem.todo drop column done_by, drop column done_at;
create index todo_by_reason on tandem.todo (about);
