package org.tandem.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Times and errors of the load by kind of request, counted only while the measured window is open. */
final class LoadTally {

    private final Map<String, Samples> byKind = new ConcurrentSkipListMap<>();
    private final Samples all = new Samples();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
    private final String part;
    private final double percentile;
    private volatile boolean open;

    /**
     * @param part whose rows these are
     * @param percentile told of each kind of request
     */
    LoadTally(String part, double percentile) {
        this.part = part;
        this.percentile = percentile;
    }

    interface Request {
        WebSession.Answer send() throws IOException, InterruptedException;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    /** @throws IOException when there was no answer, which counts as an error */
    WebSession.Answer timed(String kind, Request request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try {
            WebSession.Answer answer = request.send();
            long elapsed = System.nanoTime() - begin;
            if (open) {
                all.add(elapsed);
                byKind.computeIfAbsent(kind, unknown -> new Samples()).add(elapsed);
            }
            if (!answer.isFine()) {
                count(kind + " " + answer.status());
            }
            return answer;
        } catch (IOException failure) {
            count(kind + " " + failure.getClass().getSimpleName());
            throw failure;
        }
    }

    private void count(String error) {
        errors.computeIfAbsent(error, unknown -> new AtomicInteger()).incrementAndGet();
    }

    void tell(String size, double seconds, Rows rows) {
        rows.add(part + ": throughput", size, all.count() / seconds, "requests per second");
        for (double each : new double[] {50, 95, 99}) {
            rows.add("%s: p%.0f of all".formatted(part, each), size, all.millis(each), "ms");
        }
        byKind.forEach((kind, samples) -> rows.add(
                "%s: p%.0f of %s".formatted(part, percentile, kind),
                size,
                samples.millis(percentile),
                null,
                "ms",
                "median %.1f, most %.0f, n %d"
                        .formatted(samples.medianMillis(), samples.mostMillis(), samples.count())));
        int wrong = errors.values().stream().mapToInt(AtomicInteger::get).sum();
        rows.add(part + ": errors", size, wrong, null, "requests", new TreeMap<>(errors).toString());
    }
}
