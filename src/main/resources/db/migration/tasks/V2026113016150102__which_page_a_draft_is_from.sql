-- The page that saved a draft last: another page that was opened before that does not save over it unseen.
alter table tandem.form_draft add column page uuid;
