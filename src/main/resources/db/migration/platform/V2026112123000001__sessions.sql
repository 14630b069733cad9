-- Sign-in sessions, so that any node can serve any person. The shape is the one Spring Session expects.
create table tandem.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        text
);

create index spring_session_expiry on tandem.spring_session (expiry_time);
create index spring_session_principal on tandem.spring_session (principal_name);

create table tandem.spring_session_attributes (
    session_primary_id char(36) not null references tandem.spring_session on delete cascade,
    attribute_name     text     not null,
    attribute_bytes    bytea    not null,
    primary key (session_primary_id, attribute_name)
);

-- What was deployed to the engine, so that a node never deploys an older model over a newer one.
create table tandem.engine_deployment (
    module        text        not null,
    content_hash  text        not null,
    version_tag   text        not null,
    deployment_id text        not null,
    deployed_at   timestamptz not null,
    primary key (module, content_hash)
);
