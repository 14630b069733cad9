-- Files of a frozen version: made once in each language, the same bytes for everybody ever after (D37).
create table tandem.proposal_file (
    case_id  text        not null,
    number   integer     not null,
    kind     text        not null,
    language text        not null,
    content  bytea       not null,
    sha256   text        not null,
    made_at  timestamptz not null,
    primary key (case_id, number, kind, language),
    foreign key (case_id, number) references tandem.proposal_version on delete cascade
);
