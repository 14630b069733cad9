package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.SweepDueDates;

/** Are people reminded in time, once, and is nothing decided by it? (D19, R-037, S-038) */
@ProcessTest
class DueDatesTests {

    private static final String REMINDED = "tasks.history.reminded";
    private static final String OVERDUE = "tasks.history.overdue";

    @Autowired
    Roads roads;

    @Autowired
    SweepDueDates sweepDueDates;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void elsewhere() {
        roads = roads.inArea("A5");
    }

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    @Test
    void remindsTwoDaysBeforeAndMarksOverdueAfterSevenDaysOnceEach() {
        String id = roads.inVetting();
        sweep();
        assertThat(roads.history(id)).doesNotContain(REMINDED, OVERDUE);

        clock.advance(Duration.ofDays(4).plusHours(23));
        sweep();
        assertThat(roads.history(id)).doesNotContain(REMINDED);

        clock.advance(Duration.ofHours(2));
        sweep();
        sweep();
        assertThat(times(id, REMINDED)).as("one for each director").isEqualTo(2);
        assertThat(roads.history(id)).doesNotContain(OVERDUE);

        clock.advance(Duration.ofDays(2));
        sweep();
        sweep();
        assertThat(times(id, REMINDED)).isEqualTo(2);
        assertThat(times(id, OVERDUE)).isEqualTo(2);
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
    }

    @Test
    void tellsThoseWhoHaveTheTaskAndThenTheCoordinatorsOfBothSides() {
        String id = roads.inVetting();
        String director = roads.open(id, "vetCountry", "ILO").offers().get(0);
        clock.advance(Duration.ofDays(6));
        sweep();
        assertThat(notices(id, REMINDED)).contains(director).noneMatch(group -> group.startsWith("coordinator"));

        clock.advance(Duration.ofDays(2));
        sweep();
        assertThat(notices(id, OVERDUE)).contains("coordinator:UNDP:FFA", "coordinator:ILO:FFA");
    }

    @Test
    void twoSweepsAtOnceDoNotDouble() throws Exception {
        List<String> ids = List.of(roads.nominated(), roads.nominated(), roads.inVetting());
        clock.advance(Duration.ofDays(20));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Runnable node = () -> {
                try {
                    start.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                sweep();
            };
            for (Future<?> done : List.of(nodes.submit(node), nodes.submit(node))) {
                done.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(ids).allSatisfy(id -> {
            int tasks = roads.waiting(id).size();
            assertThat(times(id, REMINDED)).isEqualTo(tasks);
            assertThat(times(id, OVERDUE)).isEqualTo(tasks);
        });
    }

    @Test
    void goesOnUntilNothingIsDueAndStopsForNoTaskThatCannotBeMarked() {
        String bad = roads.inVetting();
        String task = roads.open(bad, "vetCountry", "ILO").id();
        String good = roads.inVetting();
        int backlog = 1_200;
        jdbc.sql("insert into tandem.task (id, case_id, module, task_key, form_key, process_definition_id,"
                        + " process_instance_id, framework, area, country, state, priority, created_at, due_at, remind_at)"
                        + " select 'backlog-' || n, t.case_id, module, task_key, form_key, process_definition_id,"
                        + " process_instance_id, framework, area, country, state, priority, created_at, due_at, remind_at"
                        + " from tandem.task t cross join generate_series(1, ?) n where t.id = ?")
                .params(backlog, roads.open(good, "vetCountry", "ILO").id())
                .update();
        jdbc.sql("alter table tandem.task add constraint unmarkable check (id <> '" + task
                        + "' or reminded_at is null)")
                .update();
        try {
            clock.advance(Duration.ofDays(6));
            sweep();

            assertThat(times(bad, REMINDED)).as("the other director's").isEqualTo(1);
            assertThat(times(good, REMINDED)).isEqualTo(backlog + 2);
            assertThat(roads.as("admin")
                            .get("/api/operations")
                            .getBody()
                            .at("/runs/sweepTrouble")
                            .asText())
                    .isEqualTo(bad + " vetCountry");
        } finally {
            jdbc.sql("alter table tandem.task drop constraint unmarkable").update();
            jdbc.sql("delete from tandem.task where id like 'backlog-%'").update();
        }

        sweep();
        assertThat(times(bad, REMINDED)).isEqualTo(2);
        assertThat(roads.as("admin")
                        .get("/api/operations")
                        .getBody()
                        .at("/runs/sweepTrouble")
                        .isNull())
                .isTrue();
    }

    @Test
    void leavesInPeaceWhatIsDone() {
        String id = roads.vetted();
        clock.advance(Duration.ofDays(60));
        sweep();

        assertThat(roads.history(id)).doesNotContain(REMINDED, OVERDUE);
    }

    @Test
    void aPauseIsNoDelayOfThoseWhoMayNotDecide() {
        String id = roads.inVetting();
        roads.as("coord.undp").post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"));
        clock.advance(Duration.ofDays(30));
        sweep();
        assertThat(roads.history(id)).doesNotContain(REMINDED, OVERDUE);

        roads.as("coord.undp").delete("/api/selection/" + id + "/suspension");
        sweep();
        assertThat(roads.history(id)).doesNotContain(REMINDED, OVERDUE);
        clock.advance(Duration.ofDays(6));
        sweep();
        assertThat(times(id, REMINDED)).isEqualTo(2);
        assertThat(roads.history(id)).doesNotContain(OVERDUE);
    }

    @Test
    void aQuestionAboutWithdrawalIsRemindedOfEvenDuringAPause() {
        String id = roads.inVetting();
        roads.as("coord.undp").post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"));
        roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Coup"));
        clock.advance(Duration.ofDays(4));
        sweep();

        assertThat(times(id, REMINDED)).isEqualTo(1);
    }

    /** A sweep takes so many at once; other tests leave open tasks behind. */
    private void sweep() {
        for (int i = 0; i < 3; i++) {
            sweepDueDates.sweep();
        }
    }

    private long times(String id, String key) {
        return roads.history(id).stream().filter(key::equals).count();
    }

    private List<String> notices(String id, String key) {
        return jdbc.sql("""
                        select role || ':' || agency || ':' || scope from tandem.case_notice
                        where case_id = ? and words_key = ?""").params(id, key).query(String.class).list();
    }
}
