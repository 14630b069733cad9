-- A party may name who leads a single section; whoever was named so far leads the whole.
alter table tandem.proposal_lead add column section text not null default 'WHOLE';
alter table tandem.proposal_lead drop constraint proposal_lead_pkey;
alter table tandem.proposal_lead add primary key (case_id, agency, section);
alter table tandem.proposal_lead alter column section drop default;
