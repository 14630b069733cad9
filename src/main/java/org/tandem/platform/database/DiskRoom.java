package org.tandem.platform.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.tandem.platform.DatabaseTrouble;

/**
 * Whether the database has room left to write. PostgreSQL goes on answering questions when it has none, so every failure on
 * the pool is looked at; once it has said so, only a write that succeeds shows that there is room again.
 */
@Slf4j
class DiskRoom implements SQLExceptionOverride {

    /** About a megabyte, because a few bytes may still find a place in a page that is there. */
    private static final String WRITE = "create temporary table tandem_room on commit drop as"
            + " select repeat('x', 1000) from generate_series(1, 1000)";

    private final AtomicBoolean full = new AtomicBoolean();

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        see(failure);
        return Override.CONTINUE_EVICT;
    }

    /** @return whether it says that there is no room */
    boolean see(Throwable failure) {
        boolean said =
                DatabaseTrouble.of(failure).filter(DatabaseTrouble.FULL::equals).isPresent();
        if (said && full.compareAndSet(false, true)) {
            LOG.error("The database has no room left to write: make room on its disk; Tandem goes on by itself then");
        }
        return said;
    }

    /** Tries whether there is room again, when there was none. */
    boolean isFull(Connection connection) throws SQLException {
        if (!full.get()) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
        } catch (SQLException failure) {
            if (see(failure)) {
                return true;
            }
            throw failure;
        }
        if (full.compareAndSet(true, false)) {
            LOG.info("The database has room again");
        }
        return false;
    }
}
