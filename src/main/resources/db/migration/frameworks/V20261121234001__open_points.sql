-- What the founding documents leave open; frameworks is a list of short codes.
create table tandem.open_point (
    code text primary key,
    position integer not null,
    payload jsonb not null
);
