-- Other modules may read what a call is called and when it closes.
create view tandem.call_cover as
    select id, fund, terms ->> 'name' as name, terms ->> 'closes' as closes, terms ->> 'zone' as zone, ended from tandem.call;
comment on view tandem.call_cover is 'each call, for the statements of other modules';
