package org.tandem.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Times of single runs; three digits exact, from a microsecond to an hour. */
final class Samples {

    private static final long HOUR = 3_600_000_000_000L;
    private static final double MILLI = 1_000_000.0;

    private final Histogram nanos = new Histogram(1_000, HOUR, 3);

    /** Something that may fail in its own way. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        add(System.nanoTime() - begin);
    }

    synchronized void add(long elapsedNanos) {
        nanos.recordValue(Math.min(elapsedNanos, HOUR));
    }

    double medianMillis() {
        return millis(50);
    }

    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / MILLI;
    }

    double meanMillis() {
        return nanos.getMean() / MILLI;
    }

    double mostMillis() {
        return nanos.getMaxValue() / MILLI;
    }

    long count() {
        return nanos.getTotalCount();
    }

    /** The middle half of the runs, and how many there were. */
    String spread() {
        return String.format(Locale.ROOT, "%.2f–%.2f, n %d", millis(25), millis(75), count());
    }
}
