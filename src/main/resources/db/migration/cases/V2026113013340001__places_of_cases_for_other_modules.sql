create view tandem.case_in_country as select case_id, country from tandem.case_country;
comment on view tandem.case_in_country is 'the countries a case is about, for the statements of other modules';

create view tandem.case_in_area as select case_id, area from tandem.case_area;
comment on view tandem.case_in_area is 'the areas a case is about, for the statements of other modules';
