package org.tandem.versions;

import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works on migrations batch by batch, on whichever node comes first. What is under way stands in the tables alone: after a
 * pause, a restart or the death of a node the next round goes on where the last committed batch ended.
 */
@Component
@RequiredArgsConstructor
class MigrationRounds implements DisposableBean {

    /** Reminders wait for the same thread. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final MigrationBatch batch;
    private volatile boolean stopping;

    @Scheduled(
            fixedDelayString = "${tandem.migration.every:PT2S}",
            initialDelayString = "${tandem.migration.first:PT10S}")
    void round() {
        long start = System.nanoTime();
        while (!stopping && System.nanoTime() - start < LONGEST && batch.work()) {
            Thread.yield();
        }
    }

    @Override
    public void destroy() {
        stopping = true;
    }
}
