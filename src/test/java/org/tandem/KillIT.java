package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.ManyCases.Answer;

/**
 * Killed in the middle of its work, again and again. What was acknowledged is there once; what was not is there whole or not
 * at all; inbox and engine agree. At full scale 20 kills with at least 200 answers each ({@code -Dtandem.scale=1}).
 */
class KillIT {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int KILLS = Math.max(2, (int) Math.round(20 * SCALE));
    private static final int ANSWERS = Math.max(40, (int) Math.round(200 * SCALE));
    private static final int AT_ONCE = 6;

    @TempDir
    Path data;

    private final Random random = new Random(20_261_121);
    private final ManyCases cases = new ManyCases();
    private final Queue<Answer> open = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> unacknowledged = new ConcurrentLinkedQueue<>();
    private int acknowledged;
    private int lost;
    private int whole;

    @Test
    void keepsEveryAcknowledgedDecisionOnceHoweverOftenItIsKilled() throws Exception {
        RunningApplication application = start();
        List<JsonNode> all = ManyCases.countries(Remote.of(application));
        Iterator<JsonNode> countries = all.iterator();
        for (int kill = 1; kill <= KILLS; kill++) {
            while (open.size() < ANSWERS * 2) {
                if (!countries.hasNext()) {
                    finish(application);
                    countries = all.iterator();
                }
                open.addAll(cases.nominate(Remote.of(application), countries.next()));
            }
            answerUntilKilled(application);
            application = start();
            assertThat(application.log()).as("start after kill %d", kill).contains("Adopted the PostgreSQL server");
            assertThat(Remote.of(application)
                            .get("admin", "/api/tasks/projection")
                            .get("size")
                            .asInt())
                    .as("difference between inbox and engine after kill %d", kill)
                    .isZero();
            sendAgainWhatWasNotAcknowledged(application);
        }
        finish(application);
        for (String id : cases.ids()) {
            ManyCases.everyDecisionIsThereOnce(Remote.of(application), id);
        }
        System.out.printf(
                "Kills: %d, answers acknowledged: %d, in flight at a kill: %d (whole %d, not at all %d), cases: %d%n",
                KILLS, acknowledged, lost + whole, whole, lost, cases.ids().size());
        application.stop();
    }

    private RunningApplication start() {
        return RunningApplication.start(data, RunningApplication.freePort(), Map.of("tandem.demo", true))
                .awaitReady();
    }

    private void answerUntilKilled(RunningApplication application) throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(ANSWERS + random.nextInt(ANSWERS / 4));
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < AT_ONCE; person++) {
            working.add(people.submit(() -> {
                for (Answer answer = open.poll(); answer != null; answer = open.poll()) {
                    if (!send(application, answer)) {
                        unacknowledged.add(answer);
                        return;
                    }
                    done.incrementAndGet();
                    enough.countDown();
                }
            }));
        }
        enough.await();
        application.kill9();
        for (Future<?> one : working) {
            one.get();
        }
        people.shutdown();
        acknowledged += done.get();
    }

    /** @return false when no answer came back, which says nothing about whether it counted */
    private boolean send(RunningApplication application, Answer answer) {
        HttpResponse<String> response;
        try {
            response = answer.send(Remote.of(application));
        } catch (UncheckedIOException killed) {
            return false;
        }
        if (response.statusCode() >= 500) {
            return false;
        }
        assertThat(response.statusCode()).as(answer + ": " + response.body()).isEqualTo(200);
        open.addAll(cases.after(answer));
        return true;
    }

    private void sendAgainWhatWasNotAcknowledged(RunningApplication application) {
        for (Answer answer = unacknowledged.poll(); answer != null; answer = unacknowledged.poll()) {
            HttpResponse<String> response = answer.send(Remote.of(application));
            assertThat(response.statusCode())
                    .as(answer + ": " + response.body())
                    .isIn(200, 403, 409);
            if (response.statusCode() == 200) {
                lost++;
            } else {
                whole++;
            }
            open.addAll(cases.after(answer));
        }
    }

    private void finish(RunningApplication application) {
        for (Answer answer = open.poll(); answer != null; answer = open.poll()) {
            assertThat(send(application, answer)).isTrue();
            acknowledged++;
        }
    }
}
