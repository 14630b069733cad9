-- Vetting by the respective Regional Directors (S-002). Votes are sealed until the round is decided.
create table tandem.vetting (
    case_id   text primary key references tandem.case_file,
    framework text    not null,
    country   text    not null,
    round     integer not null,
    state     text    not null,
    question  text,
    version   integer not null
);

create table tandem.vetting_vote (
    id            uuid primary key,
    case_id       text        not null references tandem.vetting,
    round         integer     not null,
    agency        text        not null,
    person        uuid        not null,
    decision      text        not null,
    reason        text,
    state         text        not null,
    at            timestamptz not null
);
create unique index vetting_vote_once on tandem.vetting_vote (case_id, round, agency) where state in ('SEALED', 'OPENED');
