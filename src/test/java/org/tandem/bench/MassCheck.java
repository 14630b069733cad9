package org.tandem.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;
import org.tandem.tasks.ReconcileTasks;

/** Whether multiplied cases are as good as driven ones: engine and inbox agree about them, and their tasks can be completed. */
final class MassCheck {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ReconcileTasks reconcile;

    MassCheck(Application application) {
        this.jdbc = application.jdbc();
        this.cases = new Cases(application, new Cast(application));
        this.reconcile = application.bean(ReconcileTasks.class);
    }

    /** One focal point of each agency holds every area: somebody has to be there for a task picked at random. */
    void letFocalPointsReachEverything() {
        jdbc.sql("""
                        insert into tandem.mandate (id, person_id, role, agency, scope_kind, scope, granted_at)
                        select gen_random_uuid(), m.person_id, 'focal-point', m.agency, 'WORLD', 'WORLD', now()
                          from tandem.mandate m where m.role = 'coordinator' and m.agency = any(:agencies)""")
                .param("agencies", InventedWorld.PARTIES.toArray(String[]::new))
                .update();
    }

    String differences() {
        int found = reconcile.difference().size();
        if (found != 0) {
            throw new IllegalStateException(found + " differences between the engine and the inbox");
        }
        return "the engine and the inbox differ in 0 tasks";
    }

    /** Completes tasks of both kinds, picked at random, by the use case. */
    String completed(int ofEachKind) {
        int done = complete("agreeNomination", "AGREE", ofEachKind) + complete("vetCountry", "APPROVE", ofEachKind);
        return "%d of %d picked at random were completed".formatted(done, done);
    }

    private int complete(String key, String decision, int number) {
        List<Cases.Step> steps = jdbc.sql("""
                        select t.id, t.case_id, o.role || ':' || o.agency || ':' || o.scope as offer
                          from tandem.task t join tandem.task_offer o on o.task_id = t.id
                         where t.state = 'OPEN' and t.task_key = ? order by random() limit ?""")
                .params(key, number)
                .query((row, index) -> new Cases.Step(
                        new CaseId(row.getString("case_id")),
                        row.getString("id"),
                        key,
                        row.getString("offer"),
                        Map.of("decision", decision)))
                .list();
        steps.forEach(step -> {
            cases.take(step);
            requireDone(step.task());
        });
        return steps.size();
    }

    private void requireDone(String task) {
        boolean done = jdbc.sql(
                        "select t.state = 'DONE' and not exists (select from engine.act_ru_task where id_ = t.id)"
                                + " from tandem.task t where t.id = ?")
                .param(task)
                .query(Boolean.class)
                .single();
        if (!done) {
            throw new IllegalStateException(task + " was not completed");
        }
    }
}
