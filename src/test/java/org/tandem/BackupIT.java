package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.ManyCases.Answer;

/** Backed up by its command while people work, restored into a new directory: is everything there, and does it go on? */
class BackupIT {

    private static final int AT_ONCE = 4;
    private static final int COUNTRIES = 6;
    private static final int BEFORE_THE_BACKUP = 40;

    @TempDir
    Path directory;

    private final ManyCases cases = new ManyCases();
    private final Queue<Answer> open = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void holdsEveryAnswerAcknowledgedBeforeItBeganAndGoesOn() throws Exception {
        Path data = directory.resolve("data");
        Path backup = directory.resolve("backup");
        Path restored = directory.resolve("restored");
        List<Answer> before;
        try (RunningApplication application = start(data)) {
            Remote tandem = Remote.of(application);
            ManyCases.countries(tandem)
                    .subList(0, COUNTRIES)
                    .forEach(country -> open.addAll(cases.nominate(tandem, country)));
            before = backUpWhileTheyAnswer(tandem, data, backup);
            assertThat(tandem.text("admin", "/actuator/prometheus"))
                    .contains("tandem_jobs_acquisitions_total", "tandem_jobs_given_up ", "tandem_tasks_open ")
                    .contains("hikaricp_connections_pending{", "jvm_memory_used_bytes{");
            assertThat(command("restore", backup, data).said()).contains("Another Tandem (process");
        }

        assertThat(command("restore", backup, restored).said()).contains("Restored ");
        try (RunningApplication application = start(restored)) {
            Remote tandem = Remote.of(application);
            assertThat(application.log()).doesNotContain("ERROR");
            isWhole(tandem);
            cases.ids().parallelStream().forEach(id -> bringToItsEnd(tandem, id, before));
            isWhole(tandem);
        }
    }

    private RunningApplication start(Path data) {
        return RunningApplication.start(data, RunningApplication.freePort(), Map.of("tandem.demo", true))
                .awaitReady();
    }

    /** @return what was acknowledged before the backup began */
    private List<Answer> backUpWhileTheyAnswer(Remote tandem, Path data, Path backup) throws Exception {
        CountDownLatch some = new CountDownLatch(BEFORE_THE_BACKUP);
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < AT_ONCE; person++) {
            working.add(people.submit(() -> answer(tandem, some)));
        }
        some.await();
        List<Answer> before = List.copyOf(acknowledged);
        long began = System.nanoTime();
        PackagedJar.Ended taken = command("backup", backup, data);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertThat(taken.said()).contains("Backed up ");
        assertThat(taken.status()).isZero();
        enough.set(true);
        for (Future<?> one : working) {
            one.get();
        }
        people.shutdown();
        assertThat(acknowledged).as("answered meanwhile").hasSizeGreaterThan(before.size());
        System.out.printf(
                "Backup: %d ms with Java's start; %d answers acknowledged before it began, %d while it ran%n",
                took, before.size(), acknowledged.size() - before.size());
        return before;
    }

    private void answer(Remote tandem, CountDownLatch some) {
        for (Answer answer = open.poll(); answer != null && !enough.get(); answer = open.poll()) {
            HttpResponse<String> response = answer.send(tandem);
            assertThat(response.statusCode())
                    .as(answer + ": " + response.body())
                    .isEqualTo(200);
            acknowledged.add(answer);
            open.addAll(cases.after(answer));
            some.countDown();
        }
    }

    private static PackagedJar.Ended command(String word, Path backup, Path data) {
        return PackagedJar.run(
                "-jar", RunningApplication.application().toString(), word, backup.toString(), "--tandem.data=" + data);
    }

    private static void isWhole(Remote tandem) {
        assertThat(tandem.get("admin", "/api/tasks/projection").get("size").asInt())
                .isZero();
        JsonNode overview = tandem.get("admin", "/api/operations");
        assertThat(overview.get("stuckCases")).isEmpty();
        assertThat(overview.get("strayProcesses")).isEmpty();
        assertThat(overview.get("failedJobs")).isEmpty();
    }

    /** What was acknowledged before is not sent again: were it lost, the case could not end. */
    private void bringToItsEnd(Remote tandem, String id, List<Answer> before) {
        Answer agreement = ManyCases.agreement(id);
        List<Answer> all = new ArrayList<>(List.of(agreement));
        all.addAll(cases.after(agreement));
        all.removeAll(before);
        all.forEach(answer -> assertThat(answer.send(tandem).statusCode())
                .as(answer.toString())
                .isIn(Set.of(200, 403, 409)));
        ManyCases.everyDecisionIsThereOnce(tandem, id);
    }
}
