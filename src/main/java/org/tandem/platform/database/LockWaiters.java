package org.tandem.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;

/**
 * Few requests of this node wait for the same lock, because each keeps a connection of the pool while it waits. The first wait
 * as long as PostgreSQL lets them; those after them hardly, and they are told that somebody else is working there.
 */
@Component
public class LockWaiters {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Long enough for somebody who has nearly finished. */
    private static final int SHORT_MILLIS = 300;

    /** Half the pool waits already: whoever finds a free lock still gets it. */
    private static final int HARDLY_MILLIS = 50;

    private final JdbcOperations jdbc;
    private final DatabaseLimits limits;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, Integer> byLock = new ConcurrentHashMap<>();

    LockWaiters(JdbcOperations jdbc, DataSource pool, DatabaseLimits limits) throws SQLException {
        this.jdbc = jdbc;
        this.limits = limits;
        this.most = Math.max(1, pool.unwrap(HikariDataSource.class).getMaximumPoolSize() / 2);
    }

    /**
     * @param what is locked, the same words for the same thing
     * @param lock takes it in the transaction that is open
     * @throws Refused when others are at it; the transaction is over then
     */
    public <T> T take(String what, Supplier<T> lock) {
        int here = byLock.merge(what, 1, Integer::sum);
        int all = waiting.incrementAndGet();
        try {
            if (all > most) {
                return within(HARDLY_MILLIS, lock);
            }
            return here > limits.waiters() ? within(SHORT_MILLIS, lock) : lock.get();
        } catch (RuntimeException failure) {
            throw isTaken(failure) ? new Refused(Refused.Kind.BUSY, "platform.refused.busy") : failure;
        } finally {
            waiting.decrementAndGet();
            byLock.computeIfPresent(what, (name, number) -> number == 1 ? null : number - 1);
        }
    }

    /** Takes a lock that is nothing but a name, on whichever node, until the transaction that is open ends. */
    public void takeNamed(String name) {
        take(name, () -> jdbc.queryForList("select pg_advisory_xact_lock(hashtextextended(?, 1))", name));
    }

    private <T> T within(int millis, Supplier<T> lock) {
        jdbc.execute("set local lock_timeout = " + millis);
        T taken = lock.get();
        jdbc.execute("set local lock_timeout = " + limits.lock().toMillis());
        return taken;
    }

    private static boolean isTaken(RuntimeException failure) {
        return ExceptionUtils.getThrowableList(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }
}
