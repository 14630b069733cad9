-- Coordinators name people of their own agency, and say why.
alter table tandem.person_change add column reason text;
create index person_change_of_mandates on tandem.person_change (at) where what in ('MANDATE_GRANTED', 'MANDATE_ENDED');
