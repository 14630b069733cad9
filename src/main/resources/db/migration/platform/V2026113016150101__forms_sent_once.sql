-- Which form of which page was sent and where that led, for some minutes: a second press of the same button leads there too.
-- Not logged: it may be lost with the server, and costs no wait for the disk.
create unlogged table tandem.sent_form (
    id      uuid primary key,
    sent_at timestamptz not null,
    led_to  text
);
