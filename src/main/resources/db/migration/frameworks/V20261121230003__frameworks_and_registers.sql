create table tandem.framework (
    short_code text primary key,
    code text not null unique,
    version integer not null,
    position integer not null,
    payload jsonb not null,
    retired_at timestamptz
);

-- What a framework said before it changed; cases that began under it can still be read.
create table tandem.framework_version (
    short_code text not null references tandem.framework,
    version integer not null,
    payload jsonb not null,
    loaded_at timestamptz not null,
    primary key (short_code, version)
);

create table tandem.collaboration (
    framework text not null references tandem.framework,
    code text not null,
    position integer not null,
    payload jsonb not null,
    retired_at timestamptz,
    primary key (framework, code)
);

-- The payload comes from the data file; state and findings are the country offices' own once they have recorded any.
create table tandem.assessment (
    code text primary key,
    framework text not null references tandem.framework,
    country text not null,
    position integer not null,
    payload jsonb not null,
    state text not null,
    findings text,
    version integer not null default 0,
    recorded_by uuid,
    recorded_by_name text,
    recorded_at timestamptz,
    retired_at timestamptz
);

create table tandem.assessment_record (
    id uuid primary key,
    assessment text not null references tandem.assessment,
    from_state text not null,
    to_state text not null,
    findings text,
    recorded_by uuid not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null
);

create index assessment_record_by_assessment on tandem.assessment_record (assessment, recorded_at);

create table tandem.framework_setting (
    framework text primary key references tandem.framework,
    ceiling integer check (ceiling > 0),
    version integer not null
);

create table tandem.framework_setting_change (
    id uuid primary key,
    framework text not null references tandem.framework,
    ceiling integer,
    changed_by uuid not null,
    changed_by_name text not null,
    changed_at timestamptz not null
);

create index framework_setting_change_by_framework on tandem.framework_setting_change (framework, changed_at);
