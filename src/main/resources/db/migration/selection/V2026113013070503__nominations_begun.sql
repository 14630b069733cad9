-- Nominations somebody has begun are drafts like any other; the form has kept the names of its fields. One that was sent
-- remembers where it led.
insert into tandem.form_draft (id, person, form, typed, saved_at, led_to)
select id, person, 'nominateCountry', typed, saved_at,
       case jsonb_array_length(opened) when 0 then null when 1 then '/cases/' || (opened ->> 0) else '/selection' end
  from tandem.nomination_draft;
drop table tandem.nomination_draft;
