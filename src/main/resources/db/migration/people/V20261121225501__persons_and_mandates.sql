-- Persons, the names they sign in with, what they may do, and who changed it.

create table tandem.person (
    id                    uuid        primary key,
    display_name          text        not null check (display_name <> ''),
    email                 text,
    language              text        not null default 'en',
    zone                  text        not null default 'UTC',
    active                boolean     not null default true,
    password_hash         text,
    must_change_password  boolean     not null default false,
    password_expires_at   timestamptz,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    changed_by            uuid,
    version               bigint      not null default 0
);
comment on column tandem.person.password_hash is 'null: signs in through an identity provider, or not yet';
comment on column tandem.person.password_expires_at is 'set for one-time passwords only';
create unique index person_email on tandem.person (lower(email)) where email is not null;

create table tandem.sign_in_name (
    name       text    primary key check (name = lower(name)),
    person_id  uuid    not null references tandem.person,
    main       boolean not null
);
comment on table tandem.sign_in_name is 'Several names may lead to one person; exactly one is the main one, by which the session knows the person.';
create unique index sign_in_name_main on tandem.sign_in_name (person_id) where main;
create index sign_in_name_person on tandem.sign_in_name (person_id);

create table tandem.mandate (
    id          uuid        primary key,
    person_id   uuid        not null references tandem.person,
    role        text        not null,
    agency      text        not null,
    scope_kind  text        not null,
    scope       text        not null,
    group_name  text        not null generated always as (role || ':' || agency || ':' || scope) stored,
    granted_at  timestamptz not null,
    granted_by  uuid,
    ended_at    timestamptz,
    ended_by    uuid
);
comment on table tandem.mandate is 'Role x agency x scope. A mandate with scope WORLD reaches every scope of its role and agency.';
create unique index mandate_held_once on tandem.mandate (person_id, role, agency, scope) where ended_at is null;
create index mandate_held_by_group on tandem.mandate (role, agency, scope, person_id) where ended_at is null;
create index mandate_person on tandem.mandate (person_id);

create table tandem.person_change (
    id         bigint      generated always as identity primary key,
    person_id  uuid        not null references tandem.person,
    at         timestamptz not null,
    by_person  uuid,
    what       text        not null,
    subject    text,
    old_value  text,
    new_value  text
);
comment on table tandem.person_change is 'Append-only: who changed what about a person.';
create index person_change_of on tandem.person_change (person_id, id desc);
