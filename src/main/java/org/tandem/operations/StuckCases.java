package org.tandem.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseTypes;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.engine.StepNames;
import org.tandem.tasks.AbandonedTasks;

/**
 * Compares our cases with the engine's processes: which open case has nothing that moves it on, and which process has no case.
 * A process moves on by a user task, a job or a message it waits for, its own or of a process it calls; a case also by the
 * divergence it waits for. Ad-hoc work does not count, nor the message that would end everything.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class StuckCases {

    /** More than this nobody reads; the first must be mended first. */
    static final int MOST = 200;

    /** Asked by index for one process at a time: the cost grows with the open cases, whatever the planner thinks of the rest. */
    private static final String WORKS = """
            (exists (select from engine.act_ru_task t join engine.act_re_procdef d on d.id_ = t.proc_def_id_
                      where t.proc_inst_id_ = i.id_ and d.key_ <> 'todo')
             or exists (select from engine.act_ru_job j where j.process_instance_id_ = i.id_)
             or exists (select from engine.act_ru_event_subscr s join engine.act_ru_execution e on e.id_ = s.execution_id_
                         join engine.act_re_procdef d on d.id_ = e.proc_def_id_ and d.key_ <> 'todo'
                         where s.proc_inst_id_ = i.id_ and e.parent_id_ is not null))
            """;

    private static final String OPEN = "c.kind || ':' || c.state <> all (:ends)";

    /**
     * Most cases work by themselves; only for the others it is asked what they call and what they wait for. Sets are taken from
     * each other by grouping, which costs the same however wrong the planner is about their sizes.
     */
    private static final String MOVING = """
            with recursive open as (
                select c.id, c.parent from tandem.case_cover c where %s),
            idle as materialized (
                select o.id from open o
                  left join engine.act_ru_execution i on i.business_key_ = o.id and i.parent_id_ is null
                 group by o.id having not bool_or(%s)),
            below as (
                select o.id as case_id, i.id_ from idle o
                  left join engine.act_ru_execution i on i.business_key_ = o.id and i.parent_id_ is null
                union
                select b.case_id, i.id_ from below b join engine.act_ru_execution call on call.proc_inst_id_ = b.id_
                  join engine.act_ru_execution i on i.super_exec_ = call.id_),
            unmoved as materialized (
                select i.case_id as id from below i group by i.case_id having not bool_or(%s)),
            helped as (
                select max(x.parent) as id from (
                    select o.id, o.parent, false as stands from open o where o.parent is not null
                    union all
                    select u.id, null, true from unmoved u) x
                 group by x.id having not bool_or(x.stands)),
            stuck as (
                select x.id from (
                    select u.id, false as waits from unmoved u
                    union all
                    select c.id, true from helped h join tandem.case_cover c on c.id = h.id
                     where c.waiting_since is not null) x
                 group by x.id having not bool_or(x.waits))
            """.formatted(OPEN, WORKS, WORKS);

    private static final String STUCK = MOVING + """
            select c.id, c.kind, c.state, c.changed_at, stands.proc_def_id_, stands.act_id_
              from stuck join tandem.case_cover c on c.id = stuck.id left join lateral (
                   select e.proc_def_id_, e.act_id_ from engine.act_ru_execution i
                     join engine.act_re_procdef d on d.id_ = i.proc_def_id_ and d.key_ <> 'todo'
                     join engine.act_ru_execution e on e.proc_inst_id_ = i.id_
                    where i.business_key_ = c.id order by e.act_id_ is null, e.id_ desc limit 1) stands on true
             order by c.changed_at, c.id limit :most""";

    private static final String STRAY = """
            select i.id_, d.name_, i.business_key_ from engine.act_ru_execution i
              join engine.act_re_procdef d on d.id_ = i.proc_def_id_
             where i.parent_id_ is null and not exists (select from tandem.case_cover c where c.id = i.business_key_)
             order by i.id_ limit :most""";

    private final JdbcClient jdbc;
    private final StepNames names;
    private final CaseTypes types;
    private final AbandonedTasks abandoned;
    private final Cases cases;

    /** Longest unchanged first. */
    List<StuckCase> all() {
        List<StuckCase> stuck =
                with(STUCK).param("most", MOST).query(this::read).list();
        return Stream.concat(
                        stuck.stream(),
                        abandoned.first(MOST - stuck.size()).stream().map(this::nobodyLeft))
                .toList();
    }

    long count() {
        return abandoned.count()
                + with(MOVING + "select count(*) from stuck").query(Long.class).single();
    }

    long openCases() {
        return with("select count(*) from tandem.case_cover c where " + OPEN)
                .query(Long.class)
                .single();
    }

    List<StrayProcess> strays() {
        return jdbc.sql(STRAY)
                .param("most", MOST)
                .query((row, number) ->
                        new StrayProcess(row.getString("id_"), row.getString("name_"), row.getString("business_key_")))
                .list();
    }

    private JdbcClient.StatementSpec with(String sql) {
        return jdbc.sql(sql)
                .param(
                        "ends",
                        types.all().stream()
                                .flatMap(type -> type.ends().stream().map(state -> type.kind() + ":" + state))
                                .toArray(String[]::new));
    }

    private StuckCase nobodyLeft(AbandonedTasks.Abandoned task) {
        CaseView view = cases.find(new CaseId(task.caseId())).orElseThrow();
        return new StuckCase(
                view.id(),
                view.kind(),
                view.state(),
                task.since(),
                StuckCase.Why.NOBODY_LEFT,
                names.step(task.definition(), task.key()));
    }

    private StuckCase read(ResultSet row, int number) throws SQLException {
        String definition = row.getString("proc_def_id_");
        return new StuckCase(
                row.getString("id"),
                row.getString("kind"),
                row.getString("state"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                definition == null ? StuckCase.Why.NO_PROCESS : StuckCase.Why.NOTHING_AWAITED,
                names.step(definition, row.getString("act_id_")));
    }
}
