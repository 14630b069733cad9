package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.FaultPoints.Point;
import org.tandem.ManyCases.Answer;
import org.tandem.platform.database.EmbeddedServer;

/**
 * Two nodes of the packaged application on one PostgreSQL that loses nothing by settings. One is killed at a named point of a
 * transaction, or frozen for longer than any limit, or the database is restarted without warning, while people work on both.
 * At full scale 60 kills ({@code -Dtandem.scale=1}).
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class NodeFailuresIT {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int KILLS = SCALE < 1 ? 2 : 60;
    private static final int FREEZES = Math.max(1, (int) Math.round(5 * SCALE));
    private static final int RESTARTS = Math.max(1, (int) Math.round(5 * SCALE));
    private static final int AT_ONCE = 6;
    private static final int WAITING_FOR_ONE_CASE = 20;
    private static final long BACK_BY_THEMSELVES_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final AnswersUnderFire work = new AnswersUnderFire();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private EmbeddedServer database;
    private FaultPoints faults;
    private List<Node> nodes;

    @BeforeEach
    void startTwoNodes() throws Exception {
        database = EmbeddedServer.start(directory.resolve("database"), Path.of("target", "programs"), Map.of());
        database.createDatabase("tandem");
        nodes = List.of(new Node("node-1"), new Node("node-2"));
        nodes.forEach(Node::start);
        nodes.forEach(Node::awaitReady);
        faults = new FaultPoints(database, "tandem");
    }

    @AfterEach
    void stop() throws Exception {
        nodes.forEach(Node::close);
        callers.shutdown();
        faults.close();
        database.close();
    }

    @Test
    void loseNothingAndDoubleNothingWhateverFails() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            killAt(Point.values()[kill % Point.values().length], nodes.get(kill % 2), nodes.get(1 - kill % 2));
        }
        long slowestBesideFrozen = 0;
        for (int freeze = 0; freeze < FREEZES; freeze++) {
            slowestBesideFrozen =
                    Math.max(slowestBesideFrozen, freezeInACase(nodes.get(freeze % 2), nodes.get(1 - freeze % 2)));
        }
        long longestAway = 0;
        for (int restart = 0; restart < RESTARTS; restart++) {
            longestAway = Math.max(longestAway, restartTheDatabaseAtOnce());
        }
        work.settle(nodes.get(0).remote());
        nodes.forEach(node -> AnswersUnderFire.inboxAndEngineAgree(node.remote()));
        System.out.printf(
                "Two nodes: kills %d at %d points, freezes %d, restarts of the database %d, %s; slowest answer beside a"
                        + " frozen node %d ms, pages back after a restart within %d ms%n",
                KILLS, Point.values().length, FREEZES, RESTARTS, work.words(), slowestBesideFrozen, longestAway);
    }

    private void killAt(Point point, Node victim, Node other) throws Exception {
        work.provide(other.remote(), AT_ONCE * 20);
        try (AnswersUnderFire.Shift shift = work.new Shift(AT_ONCE, List.of(victim.remote(), other.remote()))) {
            faults.arm(point, victim.name);
            faults.awaitSomebody(point);
            victim.application.kill9();
            faults.release();
            victim.start();
            victim.awaitReady();
        }
        nodes.forEach(node -> AnswersUnderFire.inboxAndEngineAgree(node.remote()));
        work.sendAgainWhatWasNotAcknowledged(other.remote());
    }

    /** @return the slowest answer of the healthy node meanwhile, in milliseconds */
    private long freezeInACase(Node victim, Node other) throws Exception {
        work.provide(other.remote(), AT_ONCE * 25);
        Answer stuck = work.next();
        faults.arm(Point.HISTORY_WRITTEN, victim.name);
        CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(() -> statusOf(stuck, victim), callers);
        faults.awaitSomebody(Point.HISTORY_WRITTEN);
        signal("STOP", Long.toString(victim.application.pid()));
        faults.release();

        work.slowestMillis();
        List<Integer> statuses = new ArrayList<>();
        try (AnswersUnderFire.Shift shift = work.new Shift(AT_ONCE, List.of(other.remote()))) {
            List<CompletableFuture<Integer>> waiting = new ArrayList<>();
            for (int i = 0; i < WAITING_FOR_ONE_CASE; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> statusOf(stuck, other), callers));
            }
            assertThat(other.remote().text("admin", "/actuator/health"))
                    .as("health of the healthy node")
                    .contains("UP");
            shift.await(AT_ONCE * 2);
            for (CompletableFuture<Integer> one : waiting) {
                statuses.add(one.get());
            }
            while (!statuses.contains(200)) { // until the frozen one has lost the case
                statuses.add(statusOf(stuck, other));
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
        assertThat(statuses).as("for a case that is locked elsewhere").isSubsetOf(200, 403, 409, 503);
        assertThat(statuses).as("taken once").containsOnlyOnce(200);
        // Two votes on one case may meet while twenty others wait for connections; never may all be refused.
        assertThat(work.unacknowledged()).as("refused beside a frozen node").isLessThan(AT_ONCE);
        long slowest = work.slowestMillis();
        signal("CONT", Long.toString(victim.application.pid()));
        assertThat(answered.get())
                .as("what the frozen node says of a decision that was taken elsewhere meanwhile")
                .isIn(0, 403, 409, 503);
        work.took(stuck);
        victim.awaitReady();
        nodes.forEach(node -> AnswersUnderFire.inboxAndEngineAgree(node.remote()));
        work.sendAgainWhatWasNotAcknowledged(other.remote());
        return slowest;
    }

    /** @return how long it took until pages came again, in milliseconds */
    private long restartTheDatabaseAtOnce() throws Exception {
        work.provide(nodes.get(0).remote(), AT_ONCE * 20);
        List<Visitor> readers = new ArrayList<>();
        for (Node node : nodes) {
            readers.add(Visitor.signedIn(node.port, "coord.undp", "tandem"));
        }
        long away;
        try (AnswersUnderFire.Shift shift =
                work.new Shift(AT_ONCE, nodes.stream().map(Node::remote).toList())) {
            shift.await(AT_ONCE);
            endTheDatabaseAtOnce();
            long began = System.nanoTime();
            for (Visitor reader : readers) {
                int status = reader.get("/inbox").statusCode();
                while (status != 200) {
                    assertThat(status).as("while the database is away").isEqualTo(503);
                    assertThat(System.nanoTime() - began)
                            .as("pages come back by themselves")
                            .isLessThan(BACK_BY_THEMSELVES_NANOS);
                    LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
                    status = reader.get("/inbox").statusCode();
                }
            }
            away = (System.nanoTime() - began) / 1_000_000;
        }
        faults.connect();
        nodes.forEach(Node::awaitReady);
        nodes.forEach(node -> AnswersUnderFire.inboxAndEngineAgree(node.remote()));
        work.sendAgainWhatWasNotAcknowledged(nodes.get(1).remote());
        return away;
    }

    /** As a power cut would: no connection is asked, and what was committed is read again from the log when it comes back. */
    private void endTheDatabaseAtOnce() throws IOException, InterruptedException {
        String server = databaseProcess();
        signal("QUIT", server);
        while (databaseProcess().equals(server)) {
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private String databaseProcess() throws IOException {
        Path file = directory.resolve("database/postgres/postmaster.pid");
        return Files.exists(file) ? Files.readString(file).lines().findFirst().orElse("") : "";
    }

    private static void signal(String signal, String process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, process).start().waitFor())
                .isZero();
    }

    private static int statusOf(Answer answer, Node node) {
        try {
            HttpResponse<String> response = answer.send(node.remote());
            return response.statusCode();
        } catch (UncheckedIOException cut) {
            return 0;
        }
    }

    /** One of the two, always at the same address. */
    private final class Node implements AutoCloseable {

        final String name;
        final int port = RunningApplication.freePort();
        RunningApplication application;

        Node(String name) {
            this.name = name;
        }

        void start() {
            Map<String, Object> properties = new HashMap<>();
            properties.put("spring.datasource.url", database.url("tandem"));
            properties.put("spring.datasource.username", database.user());
            properties.put("spring.datasource.password", database.pass());
            properties.put("spring.datasource.hikari.data-source-properties.ApplicationName", name);
            properties.put("tandem.demo", true);
            properties.put("tandem.database.idle", "6s");
            application = RunningApplication.start(directory.resolve(name), port, properties);
        }

        void awaitReady() {
            application.awaitReady();
        }

        Remote remote() {
            return new Remote(application.address());
        }

        @Override
        public void close() {
            if (application != null) {
                application.kill9();
            }
        }
    }
}
