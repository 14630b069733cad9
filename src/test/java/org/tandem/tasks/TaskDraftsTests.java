package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.drafts.Draft;

/** Whose draft is it, and of which task? */
@ProcessTest
@Transactional
class TaskDraftsTests {

    @Autowired
    Roads roads;

    @Autowired
    TaskDrafts drafts;

    @Autowired
    TaskTable table;

    @Autowired
    JdbcClient jdbc;

    private final UUID writer = UUID.randomUUID();
    private OpenTask ilo;
    private OpenTask undp;

    @BeforeEach
    void open() {
        String id = roads.inArea("A6").inVetting();
        ilo = table.find(roads.open(id, "vetCountry", "ILO").id()).orElseThrow();
        undp = table.find(roads.open(id, "vetCountry", "UNDP").id()).orElseThrow();
    }

    @Test
    void areKeptForEachOfTwoTasksOfOneStep() {
        save(ilo, "for the ILO");
        save(undp, "for UNDP");
        save(ilo, "for the ILO, again");

        assertThat(reasonIn(ilo)).contains("for the ILO, again");
        assertThat(reasonIn(undp)).contains("for UNDP");
        assertThat(drafts.of(ilo, UUID.randomUUID())).isEmpty();
    }

    @Test
    void ofACancelledTaskOpensInTheOneInItsPlace() {
        save(ilo, "for the ILO");
        end(ilo, "CANCELLED");

        assertThat(reasonIn(inPlaceOf(ilo))).contains("for the ILO");
        assertThat(reasonIn(undp)).isEmpty();
        save(inPlaceOf(ilo), "anew");
        assertThat(reasonIn(inPlaceOf(ilo))).contains("anew");
    }

    @Test
    void ofATaskThatIsDoneOpensNowhereElse() {
        save(ilo, "for the ILO");
        end(ilo, "DONE");

        assertThat(reasonIn(inPlaceOf(ilo))).isEmpty();
    }

    private void save(OpenTask task, String reason) {
        drafts.save(task, writer, Map.of("reason", List.of(reason)));
    }

    private Optional<String> reasonIn(OpenTask task) {
        return drafts.of(task, writer).map(Draft::typed).map(typed -> typed.get("reason")
                .get(0));
    }

    private void end(OpenTask task, String state) {
        jdbc.sql("update tandem.task set state = ? where id = ?")
                .params(state, task.id())
                .update();
    }

    /** Another task of the same case, step and party. */
    private OpenTask inPlaceOf(OpenTask task) {
        jdbc.sql("""
                        insert into tandem.task (id, case_id, module, task_key, form_key, deployment_id, process_definition_id,
                          process_instance_id, framework, area, country, party, state, priority, created_at)
                        select 'in place', case_id, module, task_key, form_key, deployment_id, process_definition_id,
                          process_instance_id, framework, area, country, party, 'OPEN', priority, now()
                          from tandem.task where id = ? on conflict do nothing""").param(task.id()).update();
        return table.find("in place").orElseThrow();
    }
}
