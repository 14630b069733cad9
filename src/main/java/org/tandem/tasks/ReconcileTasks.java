package org.tandem.tasks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.database.LongWork;

/**
 * Compares the projection with the engine (the difference must be 0) and rebuilds it from the engine when it is not (D5). The
 * one place that reads the engine's tables itself: both sides in one statement, so that work going on makes no difference.
 */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ReconcileTasks {

    private static final String OFFERS_OF_THEIRS = """
            array(select distinct cast(l.group_id_ as text) collate "C" from engine.act_ru_identitylink l
                where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null order by 1)""";

    private static final String OFFERS_OF_OURS = """
            array(select (o.role || ':' || o.agency || ':' || o.scope) collate "C" from tandem.task_offer o
                where o.task_id = t.id order by 1)""";

    private static final String DIFFERENCE = """
            with theirs as (
                select t.id_ as id, t.task_def_key_ as task_key, e.business_key_ as case_id, t.assignee_ as assignee,
                       %s as offers
                  from engine.act_ru_task t join engine.act_ru_execution e on e.id_ = t.proc_inst_id_),
            ours as (
                select t.id, t.task_key, t.case_id, cast(t.assignee as text) as assignee, %s as offers
                  from tandem.task t where t.state = 'OPEN')
            select coalesce(theirs.id, ours.id) as id,
                   case when ours.id is null then 'MISSING' when theirs.id is null then 'LEFT' else 'DIFFERENT' end as kind
              from theirs full join ours on ours.id = theirs.id
             where ours.id is null or theirs.id is null
                or (ours.task_key, ours.case_id, ours.assignee, ours.offers)
                   is distinct from (theirs.task_key, theirs.case_id, theirs.assignee, theirs.offers)
            union all
            select t.id, 'DIFFERENT' from tandem.task t where t.state = 'OPEN' and exists (
                select 1 from tandem.task_offer o where o.task_id = t.id
                   and (o.framework, o.area, o.country, o.task_key, o.due_at, o.remind_at, o.created_at, o.priority, o.assignee)
                    is distinct from
                       (t.framework, t.area, t.country, t.task_key, t.due_at, t.remind_at, t.created_at, t.priority, t.assignee))
            order by 1""".formatted(OFFERS_OF_THEIRS, OFFERS_OF_OURS);

    /** Times in the engine's tables have no zone: they are the session's, which is the machine's. */
    private static final String RESTORE = """
            insert into tandem.task (id, case_id, module, task_key, form_key, deployment_id, process_definition_id,
                process_instance_id, framework, area, country, party, state, priority, assignee, claimed_at, created_at,
                due_at, remind_at, title)
            select t.id_, c.id, split_part(d.resource_name_, '/', 2), t.task_def_key_, t.task_def_key_, d.deployment_id_,
                   d.id_, t.proc_inst_id_, c.framework, c.area, c.country, p.text_, 'OPEN', c.priority,
                   cast(t.assignee_ as uuid), case when t.assignee_ is null then null else :now end,
                   cast(t.create_time_ as timestamptz), due.at,
                   ((due.at at time zone 'UTC') - cast(l.remind as interval)) at time zone 'UTC', todo.title
              from engine.act_ru_task t
              join engine.act_ru_execution e on e.id_ = t.proc_inst_id_
              join engine.act_re_procdef d on d.id_ = t.proc_def_id_
              join tandem.case_cover c on c.id = e.business_key_
              left join tandem.todo on todo.id = t.proc_inst_id_
              join unnest(:keys, :dues, :reminds) l(task_key, due, remind) on l.task_key = t.task_def_key_
             cross join lateral (select coalesce(cast(t.due_date_ as timestamptz),
                   ((cast(t.create_time_ as timestamptz) at time zone 'UTC') + cast(l.due as interval)) at time zone 'UTC')
                   as at) due
              left join lateral (
                   with recursive up as (
                       select x.id_, x.parent_id_, 0 as height from engine.act_ru_execution x where x.id_ = t.execution_id_
                       union all
                       select x.id_, x.parent_id_, up.height + 1 from up join engine.act_ru_execution x on x.id_ = up.parent_id_)
                   select v.text_ from up join engine.act_ru_variable v on v.execution_id_ = up.id_ and v.name_ = 'party'
                    order by up.height limit 1) p on true
             where t.id_ = any(:ids)
            on conflict (id) do update set case_id = excluded.case_id, task_key = excluded.task_key,
                form_key = excluded.form_key, framework = excluded.framework, area = excluded.area,
                country = excluded.country, party = excluded.party, state = 'OPEN', assignee = excluded.assignee,
                claimed_at = case when task.assignee is not distinct from excluded.assignee then task.claimed_at
                             else excluded.claimed_at end,
                ended_at = null, ended_by = null, version = task.version + 1""";

    private static final String OFFER_AGAIN = """
            insert into tandem.task_offer (task_id, role, agency, scope)
            select distinct l.task_id_, split_part(l.group_id_, ':', 1), split_part(l.group_id_, ':', 2),
                   split_part(l.group_id_, ':', 3)
              from engine.act_ru_identitylink l
             where l.task_id_ = any(:ids) and l.type_ = 'candidate' and l.group_id_ is not null
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final StepLimits limits;
    private final LongWork longWork;
    private final Clock clock;

    /**
     * @param missing open in the engine, not in the projection
     * @param left open in the projection, not in the engine
     * @param different on both sides, with another key, case, assignee or other offers
     */
    public record Difference(List<String> missing, List<String> left, List<String> different) {

        public int size() {
            return missing.size() + left.size() + different.size();
        }
    }

    public Difference difference(SignedIn by) {
        requireAdministrator(by);
        longWork.begin();
        return difference();
    }

    public Difference rebuild(SignedIn by) {
        requireAdministrator(by);
        return rebuild();
    }

    private static void requireAdministrator(SignedIn by) {
        if (!by.isAdministrator()) {
            throw Refused.forbidden("tasks.refused.administratorsOnly");
        }
    }

    public Difference difference() {
        Map<String, List<String>> found =
                Map.of("MISSING", new ArrayList<>(), "LEFT", new ArrayList<>(), "DIFFERENT", new ArrayList<>());
        jdbc.sql(DIFFERENCE).query(row -> {
            List<String> ids = found.get(row.getString("kind"));
            if (ids.isEmpty() || !ids.get(ids.size() - 1).equals(row.getString("id"))) {
                ids.add(row.getString("id"));
            }
        });
        return new Difference(found.get("MISSING"), found.get("LEFT"), found.get("DIFFERENT"));
    }

    /** Mends every difference from the engine's side; due dates and marks of tasks that are there stay as they are. */
    public Difference rebuild() {
        longWork.begin();
        // What is put back must not be gone by then, so whoever completes or claims meanwhile waits, or is told to try
        // again.
        // Waiting long for this lock would stop all those behind it.
        jdbc.sql("set local lock_timeout = '4s'").update();
        jdbc.sql("lock table tandem.task in share row exclusive mode").update();
        Difference found = difference();
        end(found.left());
        List<String> wrong = new ArrayList<>(found.missing());
        wrong.addAll(found.different());
        restore(wrong);
        return found;
    }

    private void end(List<String> ids) {
        jdbc.sql(
                        "update tandem.task set state = 'CANCELLED', ended_at = :now, version = version + 1 where id = any(:ids)")
                .param("now", TaskTable.utc(clock.instant()))
                .param("ids", ids.toArray(String[]::new))
                .update();
        takeBackOffers(ids);
    }

    private void restore(List<String> ids) {
        List<String> keys = List.copyOf(limits.taskKeys());
        takeBackOffers(ids);
        jdbc.sql(RESTORE)
                .param("now", TaskTable.utc(clock.instant()))
                .param("keys", keys.toArray(String[]::new))
                .param(
                        "dues",
                        keys.stream()
                                .map(key -> limits.of(key).due().toString())
                                .toArray(String[]::new))
                .param(
                        "reminds",
                        keys.stream()
                                .map(key -> limits.of(key).remind().toString())
                                .toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .update();
        jdbc.sql(OFFER_AGAIN).param("ids", ids.toArray(String[]::new)).update();
    }

    private void takeBackOffers(List<String> ids) {
        jdbc.sql("delete from tandem.task_offer where task_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .update();
    }
}
