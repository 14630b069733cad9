-- What work that goes on by the clock had to leave out the last time, for those who watch over it.
alter table tandem.last_run add column trouble text;
