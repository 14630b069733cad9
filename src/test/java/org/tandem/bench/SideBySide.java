package org.tandem.bench;

import java.time.Duration;

/** Two ways to one answer, in turn; who goes first changes every time. */
final class SideBySide {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LEAST = 15;

    private final int most;
    private final Samples.Work ourWork;
    private final Samples.Work theirWork;
    private final Samples ours = new Samples();
    private final Samples theirs = new Samples();

    /** @param most how often at most each is measured; slow ones less often */
    SideBySide(int most, Samples.Work ourWork, Samples.Work theirWork) {
        this.most = most;
        this.ourWork = ourWork;
        this.theirWork = theirWork;
    }

    void run() throws Exception {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; i < most && System.nanoTime() < warm; i++) {
            ourWork.run();
            theirWork.run();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int i = 0; i < LEAST || i < most && System.nanoTime() < end; i++) {
            if (i % 2 == 0) {
                ours.time(ourWork);
                theirs.time(theirWork);
            } else {
                theirs.time(theirWork);
                ours.time(ourWork);
            }
        }
    }

    Samples ours() {
        return ours;
    }

    Samples theirs() {
        return theirs;
    }

    String spread() {
        return ours.spread() + " / " + theirs.spread();
    }
}
