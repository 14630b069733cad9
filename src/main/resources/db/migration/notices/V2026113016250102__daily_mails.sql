-- On which day, by the person's own clock, the mail of the day was last taken up. Written before the mail is sent: whoever dies
-- in between leaves one mail unsent that day, and never sends one twice.
create table tandem.daily_mail (
    person   uuid primary key,
    taken_on date not null
);
