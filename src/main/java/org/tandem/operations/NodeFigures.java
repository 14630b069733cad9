package org.tandem.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.engine.JobFigures;

/** How busy this one node is; other nodes on the same database have figures of their own. */
@Component
@RequiredArgsConstructor
class NodeFigures {

    private final JobFigures jobs;
    private final DataSource database;

    /**
     * @param looking whether it looks for due jobs at all
     * @param looks how often it has looked for due jobs since the start
     * @param taken due jobs it took
     * @param takenByOthers due jobs another node took before it could
     * @param rejected jobs taken that no thread was free for
     */
    record Jobs(
            boolean looking,
            long looks,
            long taken,
            long takenByOthers,
            long rejected,
            long done,
            long failed,
            int threadsBusy,
            int threadsMost,
            int queued) {}

    /** @param waiting threads that wait for a connection at this moment */
    record Connections(int active, int idle, int waiting, int most) {}

    /** In megabytes (2^20 bytes). */
    record Memory(long used, long most) {}

    record Node(Instant startedAt, Jobs jobs, Connections connections, Memory memory) {}

    Node now() {
        return new Node(
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                jobs(),
                connections(),
                memory());
    }

    private Jobs jobs() {
        return new Jobs(
                jobs.isLooking(),
                jobs.of(JobFigures.Count.LOOKS),
                jobs.of(JobFigures.Count.TAKEN),
                jobs.of(JobFigures.Count.TAKEN_BY_OTHERS),
                jobs.of(JobFigures.Count.REJECTED),
                jobs.of(JobFigures.Count.DONE),
                jobs.of(JobFigures.Count.FAILED),
                jobs.threadsBusy(),
                jobs.threadsMost(),
                jobs.queued());
    }

    private Connections connections() {
        try {
            HikariDataSource pool = database.unwrap(HikariDataSource.class);
            HikariPoolMXBean now = pool.getHikariPoolMXBean();
            return new Connections(
                    now.getActiveConnections(),
                    now.getIdleConnections(),
                    now.getThreadsAwaitingConnection(),
                    pool.getMaximumPoolSize());
        } catch (SQLException noPool) {
            throw new IllegalStateException(noPool);
        }
    }

    private static Memory memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Memory(heap.getUsed() >> 20, heap.getMax() >> 20);
    }
}
