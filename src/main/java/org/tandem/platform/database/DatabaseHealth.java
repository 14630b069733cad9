package org.tandem.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.tandem.platform.DatabaseTrouble;

/**
 * Whether the database answers and has room, asked on a connection of its own: when all of the pool are in use the node is
 * busy, not ill. Many who ask within a second get one answer.
 */
@Slf4j
class DatabaseHealth implements HealthIndicator, DisposableBean {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final OwnConnections connections;
    private final HikariDataSource pool;
    private final DiskRoom room;
    private final Duration patience;

    private @Nullable Connection connection;
    private Health last = Health.up().build();
    private long answeredAt = System.nanoTime() - 2 * FRESH;

    DatabaseHealth(OwnConnections connections, DataSource source, DiskRoom room, DatabaseLimits limits)
            throws SQLException {
        this.connections = connections;
        this.pool = source.unwrap(HikariDataSource.class);
        this.room = room;
        this.patience = limits.health();
    }

    @Override
    public synchronized Health health() {
        if (System.nanoTime() - answeredAt > FRESH) {
            Health now = ask();
            if (!now.getStatus().equals(last.getStatus())) {
                tell(now);
            }
            last = now;
            answeredAt = System.nanoTime();
        }
        return last;
    }

    private Health ask() {
        try {
            return answer();
        } catch (SQLException failure) {
            close();
            DatabaseTrouble trouble = DatabaseTrouble.of(failure).orElse(DatabaseTrouble.AWAY);
            return Health.down()
                    .withDetail("cause", trouble)
                    .withDetail("sqlState", String.valueOf(failure.getSQLState()))
                    .build();
        }
    }

    private Health answer() throws SQLException {
        boolean isFull = room.isFull(open());
        return isFull
                ? Health.down().withDetail("cause", DatabaseTrouble.FULL).build()
                : Health.up().withDetail("connections", connectionsInUse()).build();
    }

    /** The one that is kept; a new one when the server has ended it meanwhile. */
    private Connection open() throws SQLException {
        if (connection != null) {
            long began = System.nanoTime();
            try {
                select(connection);
                return connection;
            } catch (SQLException lost) {
                close();
                if (System.nanoTime() - began > patience.toNanos() / 2) {
                    throw lost;
                }
            }
        }
        connection = connections.within(patience);
        connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
        select(connection);
        return connection;
    }

    private static void select(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private Map<String, Integer> connectionsInUse() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return now == null
                ? Map.of()
                : Map.of(
                        "active", now.getActiveConnections(),
                        "waiting", now.getThreadsAwaitingConnection(),
                        "most", pool.getMaximumPoolSize());
    }

    private static void tell(Health now) {
        if (now.getStatus().equals(Status.UP)) {
            LOG.info("The database is well again");
        } else {
            LOG.error("The database is not well: {}", now.getDetails());
        }
    }

    private void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException gone) {
            LOG.debug("It was gone already", gone);
        } finally {
            connection = null;
        }
    }

    @Override
    public synchronized void destroy() {
        close();
    }
}
