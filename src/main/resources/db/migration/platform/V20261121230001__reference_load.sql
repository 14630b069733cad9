-- Every loading of a file of reference data; the highest version is the one in force.
create table tandem.reference_load (
    file text not null,
    version integer not null,
    module text not null,
    hash text not null,
    loaded_at timestamptz not null,
    primary key (file, version)
);
