-- Whoever works on the same cases finds a person by telephone, too.
alter table tandem.person add column telephone text check (length(telephone) <= 40);
