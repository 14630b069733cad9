-- A mandate for the whole world reads the notices of its role and agency in every scope, newest first.
create index case_notice_by_role on tandem.case_notice (role, agency, at desc, id desc);
drop index tandem.case_notice_by_reader;
create index case_notice_by_group on tandem.case_notice (role, agency, scope, at desc, id desc);
