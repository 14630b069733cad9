package org.tandem.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, on which nobody waits twice: a page asks for several connections, one after the other. When it has waited for one
 * in vain, the next is refused at once, so that people read within seconds that the database is away or too busy.
 */
class OneWait extends DelegatingDataSource {

    private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();

    private final ThreadLocal<@Nullable InVain> last = new ThreadLocal<>();

    OneWait(DataSource pool) {
        super(pool);
    }

    private record InVain(SQLException failure, long endedAt) {}

    @Override
    public Connection getConnection() throws SQLException {
        InVain before = last.get();
        if (before != null && System.nanoTime() - before.endedAt() < REMEMBERED) {
            throw new SQLTransientConnectionException(
                    "waited for a connection a moment ago", before.failure().getSQLState(), before.failure());
        }
        last.remove();
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException failure) {
            last.set(new InVain(failure, System.nanoTime()));
            throw failure;
        }
    }
}
