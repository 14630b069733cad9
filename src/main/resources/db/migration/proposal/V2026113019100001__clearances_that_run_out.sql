-- What makes a ready proposal fall back by time alone is found without reading all partners of all years.
create index proposal_partner_valid_until on tandem.proposal_partner (valid_until) where result = 'CLEARED';
