-- Whether a person with a mail address wants the mail of the day.
alter table tandem.person add column daily_mail boolean not null default true;
