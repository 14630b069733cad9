-- Letters become files of any kind. Old ones are letters; for whom they were added stands in the history of their case.
alter table tandem.case_letter rename to case_attachment;
alter table tandem.case_attachment add column kind text not null default 'letter', add column acting_as text;
alter table tandem.case_attachment alter column kind drop default;
alter table tandem.case_attachment drop constraint case_letter_case_id_sha256_key;
alter table tandem.case_attachment add constraint case_attachment_once unique (case_id, kind, sha256);

-- Files that came with a form which is not sent yet; only their sender sees them.
create table tandem.uploaded_file (
    id          uuid primary key,
    person      uuid        not null,
    kind        text        not null,
    file_name   text        not null,
    file_type   text        not null,
    content     bytea       not null,
    uploaded_at timestamptz not null
);
create index uploaded_file_by_person on tandem.uploaded_file (person, uploaded_at);
