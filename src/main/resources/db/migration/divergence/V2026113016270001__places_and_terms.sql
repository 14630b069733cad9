-- A divergence names its place in the matter, and what was agreed can carry shares that bind (D40).
alter table tandem.divergence add column place text;

drop index tandem.divergence_open_once;
create unique index divergence_open_once on tandem.divergence (matter_id, subject, coalesce(place, ''))
    where state in ('RAISED', 'COUNTRY_LEVEL', 'REGIONAL_LEVEL', 'JOINT_MECHANISM');

create table tandem.divergence_share (
    move_id uuid          not null references tandem.divergence_move,
    sharer  text          not null,
    share   numeric(5, 2) not null check (share >= 0 and share <= 100),
    primary key (move_id, sharer)
);
