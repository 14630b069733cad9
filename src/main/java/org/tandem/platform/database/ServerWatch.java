package org.tandem.platform.database;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lombok.extern.slf4j.Slf4j;

/** Looks every second whether the embedded server is there, and has it started again when it ended unasked. */
@Slf4j
final class ServerWatch implements AutoCloseable {

    private static final int MOST_SECONDS_BETWEEN_TRIES = 15;

    private final Runnable start;
    private final BooleanSupplier isThere;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-postgres");
        thread.setDaemon(true);
        return thread;
    });

    private boolean closed;
    private int tries;
    private int rounds;

    ServerWatch(BooleanSupplier isThere, Runnable start) {
        this.isThere = isThere;
        this.start = start;
    }

    void begin() {
        clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    synchronized void look() {
        if (closed || isThere.getAsBoolean() || rounds++ < Math.min(tries, MOST_SECONDS_BETWEEN_TRIES)) {
            return;
        }
        rounds = 0;
        try {
            if (tries == 0) {
                LOG.warn("The embedded PostgreSQL has ended; starting it again");
            }
            start.run();
            tries = 0;
        } catch (RuntimeException failure) {
            if (tries++ == 0) {
                LOG.error("It could not be started again yet, and is tried on: {}", failure.getMessage());
            }
        }
    }

    /** Returns when nothing is being started any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        clock.shutdownNow();
    }
}
