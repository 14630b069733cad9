package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** Who waits for whom among cases that belong to each other? Real threads, each with a connection of its own. */
@ProcessTest
class CaseLineTests {

    private static final CaseSubject SUBJECT = CaseSubject.of("FFA", "TUV", "A3");

    private static final SignedIn WRITER = new SignedIn(
            UUID.randomUUID(),
            "writer",
            "Writer",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            List.of(new Mandate(UUID.randomUUID(), Role.FOCAL_POINT, "UNDP", ScopeKind.AREA, "FFA-A3")));

    @Autowired
    Cases cases;

    @Autowired
    CommentOnCase comments;

    @Autowired
    Attachments attachments;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CaseId> opened = new ArrayList<>();
    private CaseId programme;
    private CaseId submission;
    private CaseId divergence;

    @BeforeEach
    void openALine() {
        programme = open(null);
        submission = open(programme);
        divergence = open(submission);
    }

    @AfterEach
    void takeAway() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        List<CaseId> lowestFirst = new ArrayList<>(opened);
        Collections.reverse(lowestFirst);
        lowestFirst.forEach(id -> InventedCases.takeAway(jdbc, List.of(id)));
    }

    @Test
    void isTakenAsAWhole() throws Exception {
        try (Held divergences = holds(() -> cases.lock(divergence))) {
            assertThat(List.of(programme, submission, divergence)).noneMatch(this::isFree);
        }
        assertThat(List.of(programme, submission, divergence)).allMatch(this::isFree);
    }

    @Test
    void isTakenFromTheTopDown() throws Exception {
        Held below;
        try (Held above = holds(() -> cases.lock(programme))) {
            below = waits(() -> cases.lock(divergence));
            assertThat(List.of(submission, divergence)).allMatch(this::isFree);
        }
        below.close();
    }

    @Test
    void isReadAgainWhenTheWaitIsOver() throws Exception {
        CaseId alone = open(null);
        CaseId below = open(alone);
        Held late;
        try (Held giving = holds(() -> cases.setParent(alone, submission))) {
            late = waits(() -> cases.lock(below));
        }
        late.untilHeld();
        assertThat(List.of(programme, submission, alone, below)).noneMatch(this::isFree);
        late.close();
        assertThat(cases.find(alone).orElseThrow().parent()).isEqualTo(submission.value());
    }

    /** Somebody who came from above waits for what we hold: nobody may wait the other way. */
    @Test
    void isNotWaitedForFromBelow() throws Exception {
        CaseId alone = open(null);
        Held late;
        Held giving = holds(() -> jdbc.sql("update tandem.case_file set parent = ? where id = ?")
                .params(submission.value(), alone.value())
                .update());
        late = waits(() -> cases.lock(alone));
        try (Held above = holds(() -> cases.lock(programme))) {
            giving.close();
            assertThatThrownBy(late::untilHeld)
                    .hasRootCauseInstanceOf(Refused.class)
                    .rootCause()
                    .extracting("kind")
                    .isEqualTo(Refused.Kind.BUSY);
        }
    }

    @Test
    void hasNoCircle() {
        assertThatThrownBy(() -> inTransaction(() -> cases.setParent(programme, divergence)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> inTransaction(() -> cases.setParent(submission, open(null))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsEverybodyWriteWhileItsStateChanges() throws Exception {
        CaseId sibling = open(programme);
        try (Held submissions = holds(() -> cases.lock(submission))) {
            for (CaseId id : List.of(programme, submission, divergence, sibling)) {
                comments.comment(id, "We are still writing", null, WRITER);
                attachments.addLetter(id, "letter.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), WRITER);
            }
        }
    }

    @Test
    void givesEveryNumberOnceAndLeavesNoneOut() throws Exception {
        List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
        String stem = programme.value();
        Held second;
        try (Held first = holds(() -> numbers.add(cases.nextBelow(stem, 'Y')))) {
            second = waits(() -> numbers.add(cases.nextBelow(stem, 'Y')));
            assertThatThrownBy(() -> inTransaction(() -> {
                        cases.nextBelow(stem, 'Z');
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");
        }
        second.close();
        inTransaction(() -> numbers.add(cases.nextBelow(stem, 'Z')));
        assertThat(numbers).containsExactly(1, 2, 1);
    }

    private CaseId open(@Nullable CaseId parent) {
        CaseId id = InventedCases.open(cases, transaction, SUBJECT, parent);
        opened.add(id);
        return id;
    }

    private void inTransaction(Runnable action) {
        transaction.executeWithoutResult(status -> action.run());
    }

    private boolean isFree(CaseId id) {
        return jdbc.sql("select 1 from tandem.case_file where id = ? for no key update skip locked")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private Held holds(Runnable action) throws Exception {
        Held held = new Held(action);
        held.untilHeld();
        return held;
    }

    private Held waits(Runnable action) throws Exception {
        Held held = new Held(action);
        int connection = held.connection.get(30, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!jdbc.sql("select exists (select from pg_locks where pid = ? and not granted)")
                .param(connection)
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
        return held;
    }

    /** A transaction that has done something, or waits to do it, and ends when it is told to. */
    private final class Held implements AutoCloseable {

        private final CompletableFuture<Integer> connection = new CompletableFuture<>();
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final CountDownLatch end = new CountDownLatch(1);
        private final Future<?> ended;

        Held(Runnable action) {
            ended = threads.submit(() -> transaction.executeWithoutResult(status -> {
                connection.complete(
                        jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
                try {
                    action.run();
                    done.complete(null);
                    end.await(30, TimeUnit.SECONDS);
                } catch (RuntimeException failure) {
                    done.completeExceptionally(failure);
                    throw failure;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }));
        }

        void untilHeld() throws Exception {
            done.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws Exception {
            end.countDown();
            ended.get(30, TimeUnit.SECONDS);
        }
    }
}
