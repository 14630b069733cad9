package org.tandem.bench;

import java.io.IOException;
import java.util.Random;

/** Somebody in front of a browser; five to ten seconds pass from one click to the next. */
abstract class AtWork implements Runnable {

    protected final WebSession session;
    protected final Random random;
    private final LoadTally tally;
    private final long leastThinking;

    AtWork(WebSession session, LoadTally tally, int number, long leastThinkingMillis) {
        this.session = session;
        this.tally = tally;
        this.random = new Random(number);
        this.leastThinking = leastThinkingMillis;
    }

    /** What is done next: one click or several. */
    abstract void turn() throws IOException, InterruptedException;

    @Override
    public final void run() {
        try {
            Thread.sleep((long) (random.nextDouble() * 2 * leastThinking));
            while (true) {
                turnUnlessCutOff();
            }
        } catch (InterruptedException timeIsUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void turnUnlessCutOff() throws InterruptedException {
        try {
            turn();
        } catch (IOException counted) {
            Thread.sleep(leastThinking);
        }
    }

    final WebSession.Answer click(String kind, LoadTally.Request request) throws IOException, InterruptedException {
        WebSession.Answer answer = tally.timed(kind, request);
        Thread.sleep(leastThinking + (long) (random.nextDouble() * leastThinking));
        return answer;
    }
}
