-- A saved view belongs to the address it was saved on; those of before are of the inbox.
alter table tandem.saved_view
    add column address text not null default '/inbox',
    drop constraint saved_view_person_name_key,
    add unique (person, address, name);
alter table tandem.saved_view alter column address drop default;
