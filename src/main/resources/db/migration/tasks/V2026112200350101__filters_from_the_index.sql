-- Any order and filter of one group's offers needs no more than the index of that order, even where the group is large.
-- Were one of them poorer, the planner, who takes every group for a small one, would read a whole group to sort it.
drop index tandem.task_offer_by_due;
drop index tandem.task_offer_by_age;
drop index tandem.task_offer_by_priority;
create index task_offer_by_due on tandem.task_offer (role, agency, scope, due_at, task_id)
    include (assignee, framework, area, country, task_key, remind_at, created_at, priority);
create index task_offer_by_age on tandem.task_offer (role, agency, scope, created_at, task_id)
    include (assignee, framework, area, country, task_key, remind_at, due_at, priority);
create index task_offer_by_priority on tandem.task_offer (role, agency, scope, (-priority), due_at, task_id)
    include (assignee, framework, area, country, task_key, remind_at, created_at, priority);
