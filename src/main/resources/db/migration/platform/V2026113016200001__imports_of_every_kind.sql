-- Uploaded spreadsheets of any kind. Until now only nominations were imported; theirs are kept.
alter table tandem.nomination_import rename to import_run;
alter table tandem.import_run add column kind text not null default 'nominations';
alter table tandem.import_run alter column kind drop default;
alter table tandem.import_run rename constraint nomination_import_pkey to import_run_pkey;
alter index tandem.nomination_import_by_person rename to import_run_by_person;
alter index tandem.nomination_import_running rename to import_run_running;

alter table tandem.nomination_import_row rename to import_row;
alter table tandem.import_row rename constraint nomination_import_row_pkey to import_row_pkey;
alter table tandem.import_row rename constraint nomination_import_row_import_id_fkey to import_row_import_id_fkey;
