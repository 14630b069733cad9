-- An organisation that was removed stays here, so that its code is never given to another.
alter table tandem.proposal_organisation
    add column removed_by uuid,
    add column removed_at timestamptz;
