-- Divergences and support requests are cases too, with a parent where they came up on one; a case may wait for a divergence (R-036).
alter table tandem.case_file
    add column parent        text references tandem.case_file,
    add column waiting_since timestamptz;
create index case_file_by_parent on tandem.case_file (parent) where parent is not null;
create index case_file_by_kind on tandem.case_file (kind, state);
