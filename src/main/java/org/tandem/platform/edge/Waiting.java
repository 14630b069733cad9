package org.tandem.platform.edge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/**
 * The waiting of one request for its client, in one direction. It tries again and again without blocking: only so does it
 * have a say in how long the thread is taken, also between the bytes that frame a chunk and never reach the application.
 */
@RequiredArgsConstructor
final class Waiting {

    /** Sends or takes some bytes now; 0 when the client is not ready. */
    interface Attempt {
        int go() throws IOException;
    }

    private static final long FIRST_PAUSE = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ClientLimits limits;
    private final WaitingPlaces places;
    private final Supplier<String> address;
    private final LongSupplier nanos;
    private final LongConsumer pause;

    private long bytes;
    private long waited;
    private long waitedWithoutPlace;

    Waiting(ClientLimits limits, WaitingPlaces places, Supplier<String> address) {
        this(limits, places, address, System::nanoTime, LockSupport::parkNanos);
    }

    /** @return never 0 */
    int until(Attempt attempt) throws IOException {
        int done = attempt.go();
        if (done == 0) {
            done = tryAgain(attempt, address.get());
        }
        bytes += Math.max(0, done);
        if (waited > limits.grace().toNanos()) { // what was sent fast at first buys no time later
            waited = 0;
            bytes = 0;
        }
        return done;
    }

    private int tryAgain(Attempt attempt, String client) throws IOException {
        long began = nanos.getAsLong();
        boolean placed = places.take(client);
        try {
            int done = 0;
            for (long rest = FIRST_PAUSE; done == 0; rest = Math.min(2 * rest, LONGEST_PAUSE)) {
                refuse(nanos.getAsLong() - began, placed);
                pause.accept(rest);
                done = attempt.go();
                placed = placed || done == 0 && places.take(client);
            }
            return done;
        } finally {
            long time = nanos.getAsLong() - began;
            waited += time;
            if (placed) {
                places.give(client);
            } else {
                waitedWithoutPlace += time;
            }
        }
    }

    private void refuse(long time, boolean placed) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(); // the node stops
        }
        if (!placed && waitedWithoutPlace + time > limits.patience().toNanos()) {
            throw new ClientRefused(ClientRefused.Reason.TOO_MANY_WAIT);
        }
        long altogether = waited + time;
        boolean late =
                altogether > limits.grace().toNanos() && bytes < limits.pace().toBytes() * (altogether / SECOND);
        if (late || time > limits.silence().toNanos()) {
            throw new ClientRefused(ClientRefused.Reason.TOO_SLOW);
        }
    }
}
