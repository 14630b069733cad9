-- Countries an agency files under another region than before, until whoever works by regions has seen it.
create table tandem.region_change (
    agency text not null,
    iso3   text not null
);
