-- jsonb forgets the order of keys; what is known of a fund is shown in the order of the data.
alter table tandem.fund alter column payload type json using payload::json;
alter table tandem.fund_rule alter column payload type json using payload::json;
alter table tandem.marker alter column payload type json using payload::json;
