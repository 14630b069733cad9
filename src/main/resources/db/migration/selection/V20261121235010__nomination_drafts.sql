-- A nomination as somebody is typing it: only its writer sees it. Once sent, it remembers which cases it opened, so that a
-- second click leads to them.
create table tandem.nomination_draft (
    id       uuid primary key,
    person   uuid        not null,
    typed    jsonb       not null,
    saved_at timestamptz not null,
    opened   jsonb       not null default '[]'
);
create index nomination_draft_by_person on tandem.nomination_draft (person, saved_at desc);
