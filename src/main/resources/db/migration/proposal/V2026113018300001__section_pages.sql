-- Which page has saved a version: it may save over what it has saved itself, and of what it saves while somebody types only
-- the last of every five minutes is kept.
alter table tandem.proposal_section_version add column page uuid;
