-- What sign-in needs on every node: failed attempts, first sign-in links.

create table tandem.sign_in_throttle (
    subject        text        primary key,
    failures       integer     not null,
    last_failure   timestamptz not null,
    blocked_until  timestamptz
);
comment on column tandem.sign_in_throttle.subject is 'digest of a sign-in name or of an address; neither is kept in clear';

create table tandem.first_sign_in (
    token_digest  text        primary key,
    person_id     uuid        not null references tandem.person,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
