-- How long each version is, so that a list of them needs no text; of those saved before it is not known.
alter table tandem.proposal_section_version add column words integer;
