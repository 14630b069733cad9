-- Support requests to the joint mechanism (S-016, S-040): asked, routed to one party, answered, rated.
create table tandem.support_request (
    case_id        text primary key references tandem.case_file,
    framework      text        not null,
    area           text        not null,
    country        text        not null,
    topic          text        not null,
    question       text        not null,
    wanted_by      date,
    asked_by       uuid        not null,
    asked_as       text        not null,
    asked_at       timestamptz not null,
    state          text        not null,
    agency         text,
    note           text,
    decline_reason text,
    answer         text,
    answered_by    uuid,
    answered_as    text,
    answered_at    timestamptz,
    rating         text,
    rating_comment text,
    rated_at       timestamptz,
    times_reopened integer     not null default 0,
    version        integer     not null
);
create index support_request_open on tandem.support_request (framework, state);
create index support_request_by_asker on tandem.support_request (asked_by, framework, country, area);
