package org.tandem.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.engine.Upgrade;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.ReconcileTasks;

/** Running cases go to the next version of vetting while people go on working: none lost, none stuck. */
@TandemTest({
    "tandem.demo=true",
    "tandem.test.database=migration-scale",
    "tandem.sweep.first=PT24H",
    "tandem.migration.first=PT24H",
    "camunda.bpm.job-execution.enabled=false"
})
@Import(NextVetting.class)
class MigrationScaleTests {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int CASES = Math.max(500, (int) Math.round(10_000 * SCALE));
    private static final int PEOPLE = 3;
    private static final int SMALLEST_WORLD = 150;

    @DynamicPropertySource
    static void manyAreas(DynamicPropertyRegistry properties) {
        properties.add("tandem.reference.directories", () -> ManyAreas.write(
                        Path.of("target", "many-areas"), CASES / SMALLEST_WORLD + 1)
                .toString());
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StartMigration startMigration;

    @Autowired
    MigrationBatch batch;

    @Autowired
    ReadMigration readMigration;

    @Autowired
    ReconcileTasks reconcileTasks;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(20_261_122);
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger tooLate = new AtomicInteger();
    private Crowd crowd;

    @Test
    void movesEveryRunningCaseWhilePeopleGoOnWorking() throws Exception {
        crowd = new Crowd(context);
        List<CaseId> cases = cases();
        scatter(cases);
        assertThat(crowd.keysOpen()).contains("vetCountry", "answerQuestion", "repairRoster", "statePosition");
        Upgrade.deploy(context, "vetting", NextVetting.FILES);

        Migration migration = startMigration
                .start("vetting", 1, Map.of("repairRoster", NextVetting.RENAMED), crowd.holder("administrator:-:WORLD"))
                .migration();
        long start = System.nanoTime();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<?>> working = people(cases, over);
        while (batch.work() || isOpen(migration)) {
            Thread.onSpinWait();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        over.set(true);
        for (Future<?> one : working) {
            one.get();
        }

        ReadMigration.Progress report = readMigration.read(migration.id(), 10, crowd.holder("administrator:-:WORLD"));
        System.out.printf(
                "Migrated %d cases in %.1f s, left %d, users completed %d meanwhile (%d met a step that had moved), %d had ended%n",
                report.figures().moved(),
                millis / 1000.0,
                report.figures().left(),
                completed.get(),
                tooLate.get(),
                report.figures().gone());
        assertThat(report.left()).isEmpty();
        assertThat(report.figures().waiting()).isZero();
        assertThat(report.figures().all()).isEqualTo(CASES);
        assertThat(running("vetting", 1)).isZero();
        assertThat(crowd.keysOpen()).contains(NextVetting.RENAMED).doesNotContain("answerQuestion", "repairRoster");
        assertThat(transaction.execute(status -> reconcileTasks.difference()).size())
                .isZero();

        Crowd.together(cases, crowd::finish);
        assertEveryCaseIsOver();
        assertThat(transaction.execute(status -> reconcileTasks.difference()).size())
                .isZero();
    }

    private boolean isOpen(Migration migration) {
        return readMigration
                .read(migration.id(), 0, crowd.holder("administrator:-:WORLD"))
                .migration()
                .state()
                .isOpen();
    }

    private List<CaseId> cases() {
        List<String> world = crowd.world();
        assertThat(world).hasSizeGreaterThanOrEqualTo(SMALLEST_WORLD);
        // One region has lost its director: its countries wait for the roster.
        jdbc.sql("update tandem.mandate set ended_at = now() where role = 'regional-director' and agency = 'UNDP'"
                        + " and scope = 'RBLAC' and ended_at is null")
                .update();
        List<CaseId> cases = Collections.synchronizedList(new ArrayList<>());
        // Neighbours are of different countries: two nominations of one country wait for each other.
        Crowd.together(
                IntStream.range(0, CASES).boxed().toList(),
                number -> cases.add(crowd.inVetting(
                        ManyAreas.FRAMEWORK, world.get(number % world.size()), "W" + (number / world.size() + 1))));
        jdbc.sql("update tandem.mandate set ended_at = null where role = 'regional-director' and agency = 'UNDP'"
                        + " and scope = 'RBLAC'")
                .update();
        return List.copyOf(cases);
    }

    /** Some with one vote, some returned with a question, some in a divergence, some waiting for the roster. */
    private void scatter(List<CaseId> cases) {
        List<CaseId> voting = cases.stream()
                .filter(id ->
                        crowd.open(id).stream().anyMatch(task -> task.key().equals("vetCountry")))
                .toList();
        Crowd.together(voting, id -> {
            switch (Math.floorMod(id.value().hashCode(), 10)) {
                case 0, 1, 2 -> crowd.does(id, "vetCountry");
                case 3, 4 ->
                    crowd.does(id, "vetCountry", "ILO", Map.of("decision", "RETURN", "question", "Which ministry?"));
                case 5 -> {
                    crowd.does(id, "vetCountry", "ILO", Map.of("decision", "DECLINE", "reason", "Not now"));
                    crowd.does(id, "vetCountry");
                }
                default -> {}
            }
        });
    }

    private List<Future<?>> people(List<CaseId> cases, AtomicBoolean over) {
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            Random own = new Random(random.nextLong());
            working.add(threads.submit(() -> {
                while (!over.get()) {
                    answerSomething(cases.get(own.nextInt(cases.size())));
                }
            }));
        }
        threads.shutdown();
        return working;
    }

    private void answerSomething(CaseId id) {
        List<OpenTask> open = crowd.open(id);
        if (open.isEmpty()) {
            return;
        }
        try {
            crowd.does(open.get(0));
            completed.incrementAndGet();
        } catch (Refused moved) {
            // Or the batch has the case in hand just now, and they are asked to try again.
            assertThat(moved.kind()).isIn(Refused.Kind.CONFLICT, Refused.Kind.BUSY);
            tooLate.incrementAndGet();
        }
    }

    private void assertEveryCaseIsOver() {
        assertThat(jdbc.sql("select count(*) from tandem.task where state = 'OPEN'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select state, count(*) from tandem.case_file where kind = 'selection' group by state")
                        .query((row, number) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("VETTED " + CASES);
        assertThat(jdbc.sql("select count(*) from engine.act_ru_execution")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private long running(String process, int version) {
        return jdbc.sql("select count(*) from engine.act_ru_execution e join engine.act_re_procdef d"
                        + " on d.id_ = e.proc_def_id_ where d.key_ = ? and d.version_ = ? and e.parent_id_ is null")
                .params(process, version)
                .query(Long.class)
                .single();
    }
}
