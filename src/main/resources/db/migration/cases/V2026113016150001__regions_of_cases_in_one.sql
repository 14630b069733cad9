-- Regions of a case as addresses and filters write them, such as ILO:AFRICA.
create view tandem.case_filed_under as select case_id, agency || ':' || region as region from tandem.case_region;
