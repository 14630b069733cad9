-- Ad-hoc work is asked by any module, for any group or person: it then has a name of its own and says where it is done.
alter table tandem.todo
    alter column asked_by drop not null,
    alter column note drop not null,
    add column title      text,
    add column words_key  text,
    add column words_args jsonb,
    add column link       text;
alter table tandem.task add column title text;
