package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tandem.ManyCases.Answer;

/**
 * People who answer task after task while what they talk to is killed, frozen or restarted. The books: what was acknowledged
 * must be there once; what was not must be there whole or not at all.
 */
final class AnswersUnderFire {

    private static final long BETWEEN_LOOKS_NANOS = 1_000_000L;

    private final ManyCases cases = new ManyCases();
    private final Queue<Answer> open = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> unacknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();
    private Iterator<JsonNode> countries = List.<JsonNode>of().iterator();
    private int whole;
    private int notAtAll;

    /** Nominates until so many answers can be given at once. */
    void provide(Remote in, int answers) {
        while (open.size() < answers) {
            if (!countries.hasNext()) {
                finish(in);
                countries = ManyCases.countries(in).iterator();
            }
            open.addAll(cases.nominate(in, countries.next()));
        }
    }

    Answer next() {
        Answer answer = open.poll();
        assertThat(answer).as("an answer that can be given").isNotNull();
        return answer;
    }

    /** People at work until told to stop. */
    final class Shift implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger done = new AtomicInteger();
        private final ExecutorService people;
        private final List<Future<?>> working = new ArrayList<>();

        /** @param nodes to each the same number of people, who go on at the next one when theirs fails */
        Shift(int howMany, List<Remote> nodes) {
            people = Executors.newFixedThreadPool(howMany);
            for (int person = 0; person < howMany; person++) {
                int first = person;
                working.add(people.submit(() -> work(nodes, first)));
            }
        }

        private void work(List<Remote> nodes, int first) {
            int node = first;
            while (node < first + nodes.size() && !over.get()) {
                Answer answer = open.poll();
                if (answer == null) {
                    return;
                }
                if (send(nodes.get(node % nodes.size()), answer)) {
                    done.incrementAndGet();
                } else {
                    unacknowledged.add(answer);
                    node++;
                }
            }
        }

        int done() {
            return done.get();
        }

        /** Until so many answers were acknowledged; fails when nobody is left to give them. */
        void await(int answers) throws Exception {
            while (done.get() < answers) {
                if (working.stream().allMatch(Future::isDone)) {
                    close();
                    throw new AssertionError("everybody has left after " + done + " of " + answers + " answers");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }

        /** Everybody finishes the answer they are at. */
        @Override
        public void close() throws Exception {
            over.set(true);
            for (Future<?> one : working) {
                one.get();
            }
            people.shutdown();
        }
    }

    /** @return false when no answer came back, or one that says that nothing was saved: it may be whole or not at all */
    boolean send(Remote to, Answer answer) {
        long began = System.nanoTime();
        HttpResponse<String> response;
        try {
            response = answer.send(to);
        } catch (UncheckedIOException cut) {
            return false;
        }
        if (response.statusCode() >= 500) {
            assertThat(response.statusCode())
                    .as(answer + ": " + response.body())
                    .isEqualTo(503);
            return false;
        }
        assertThat(response.statusCode()).as(answer + ": " + response.body()).isEqualTo(200);
        slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
        took(answer);
        return true;
    }

    /** It was acknowledged. */
    void took(Answer answer) {
        acknowledged.incrementAndGet();
        open.addAll(cases.after(answer));
    }

    int unacknowledged() {
        return unacknowledged.size();
    }

    /** Nobody knows of these whether they count: sent again, they are taken now or were before. */
    void sendAgainWhatWasNotAcknowledged(Remote to) {
        for (Answer answer = unacknowledged.poll(); answer != null; answer = unacknowledged.poll()) {
            HttpResponse<String> response = answer.send(to);
            assertThat(response.statusCode())
                    .as(answer + ": " + response.body())
                    .isIn(200, 403, 409);
            if (response.statusCode() == 200) {
                notAtAll++;
            } else {
                whole++;
            }
            open.addAll(cases.after(answer));
        }
    }

    private void finish(Remote in) {
        for (Answer answer = open.poll(); answer != null; answer = open.poll()) {
            assertThat(send(in, answer)).as(answer.toString()).isTrue();
        }
    }

    /** Everything is brought to its end, and every decision is there once. */
    void settle(Remote in) {
        finish(in);
        for (String id : cases.ids()) {
            ManyCases.everyDecisionIsThereOnce(in, id);
        }
    }

    static void inboxAndEngineAgree(Remote in) {
        assertThat(in.get("admin", "/api/tasks/projection").get("size").asInt())
                .as("difference between inbox and engine")
                .isZero();
    }

    /** Slowest answer that was acknowledged since this was asked last, in milliseconds. */
    long slowestMillis() {
        return slowestNanos.getAndSet(0) / 1_000_000;
    }

    String words() {
        return "answers acknowledged: %d, in flight: %d (whole %d, not at all %d), cases: %d"
                .formatted(
                        acknowledged.get(),
                        whole + notAtAll,
                        whole,
                        notAtAll,
                        cases.ids().size());
    }
}
