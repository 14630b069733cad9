-- Wrong guesses are counted by account and address together, so that nobody is kept out by guesses from elsewhere.
-- What was counted by name before means something else and is forgotten.

delete from tandem.sign_in_throttle;
alter table tandem.sign_in_throttle rename column last_failure to counted_since;
alter table tandem.sign_in_throttle add column pauses integer not null;
create index sign_in_throttle_age on tandem.sign_in_throttle (counted_since);
comment on column tandem.sign_in_throttle.subject is
    'whose guesses are counted: a kind and a digest of account, address or browser; none is kept in clear';
comment on column tandem.sign_in_throttle.failures is 'since counted_since';
comment on column tandem.sign_in_throttle.counted_since is 'the first failure, or the end of the last pause';
comment on column tandem.sign_in_throttle.pauses is 'how many so far: each is longer than the one before';

create table tandem.known_browser (
    person_id     uuid        not null references tandem.person on delete cascade,
    token_digest  text        not null,
    expires_at    timestamptz not null,
    primary key (person_id, token_digest)
);
comment on table tandem.known_browser is 'Browsers that signed in to an account before: guesses by others do not slow them.';
create index known_browser_token on tandem.known_browser (token_digest);
