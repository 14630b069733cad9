-- One group's part of the inbox is read off an index in the order shown, filters included, however many tasks are open:
-- an offer therefore repeats what its task is sorted and filtered by. A trigger keeps the two the same.
alter table tandem.task_offer
    add column framework  text,
    add column area       text,
    add column country    text,
    add column task_key   text,
    add column due_at     timestamptz,
    add column remind_at  timestamptz,
    add column created_at timestamptz,
    add column priority   integer,
    add column assignee   uuid;

update tandem.task_offer o
   set framework = t.framework, area = t.area, country = t.country, task_key = t.task_key, due_at = t.due_at,
       remind_at = t.remind_at, created_at = t.created_at, priority = t.priority, assignee = t.assignee
  from tandem.task t where t.id = o.task_id;

alter table tandem.task_offer
    alter column framework set not null,
    alter column area set not null,
    alter column country set not null,
    alter column task_key set not null,
    alter column created_at set not null,
    alter column priority set not null;

create function tandem.offer_like_task() returns trigger language plpgsql as $$
begin
    select t.framework, t.area, t.country, t.task_key, t.due_at, t.remind_at, t.created_at, t.priority, t.assignee
      into new.framework, new.area, new.country, new.task_key, new.due_at, new.remind_at, new.created_at,
           new.priority, new.assignee
      from tandem.task t where t.id = new.task_id;
    return new;
end $$;
create trigger task_offer_is_like_its_task before insert on tandem.task_offer
    for each row execute function tandem.offer_like_task();

create function tandem.offers_follow_task() returns trigger language plpgsql as $$
begin
    update tandem.task_offer o
       set framework = new.framework, area = new.area, country = new.country, task_key = new.task_key,
           due_at = new.due_at, remind_at = new.remind_at, created_at = new.created_at, priority = new.priority,
           assignee = new.assignee
     where o.task_id = new.id;
    return null;
end $$;
create trigger task_leads_its_offers
    after update of framework, area, country, task_key, due_at, remind_at, created_at, priority, assignee on tandem.task
    for each row when (new.state = 'OPEN') execute function tandem.offers_follow_task();

drop index tandem.task_offer_by_group;
create index task_offer_by_due on tandem.task_offer (role, agency, scope, due_at, task_id);
create index task_offer_by_age on tandem.task_offer (role, agency, scope, created_at, task_id);
create index task_offer_by_priority on tandem.task_offer (role, agency, scope, (-priority), due_at, task_id);
create index task_offer_by_country on tandem.task_offer (role, agency, scope, country, due_at, task_id);

-- What regions and countries have with others.
create index task_open_by_age on tandem.task (created_at, id) where state = 'OPEN';
create index task_open_by_priority on tandem.task ((-priority), due_at, id) where state = 'OPEN';
create index task_open_by_country_and_due on tandem.task (country, due_at, id) where state = 'OPEN';
create index task_open_by_country_and_age on tandem.task (country, created_at, id) where state = 'OPEN';
create index task_open_by_country_and_priority on tandem.task (country, (-priority), due_at, id) where state = 'OPEN';

-- A visit is a row of looks without a long pause: what came before the visit began is not new, what came later is.
alter table tandem.inbox_look add column seen_until timestamptz;
update tandem.inbox_look set seen_until = looked_at;
alter table tandem.inbox_look alter column seen_until set not null;

alter table tandem.saved_view add column saved_at timestamptz not null default now();
