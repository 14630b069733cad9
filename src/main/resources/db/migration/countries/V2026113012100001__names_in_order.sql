-- Names as each language sorts them: collation keys in hexadecimal, which every database compares alike.
alter table tandem.country
    add column sort_en text not null default '',
    add column sort_fr text not null default '';

create view tandem.country_order as select iso3, sort_en, sort_fr from tandem.country;
