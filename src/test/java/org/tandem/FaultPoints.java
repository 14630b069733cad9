package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.tandem.platform.database.EmbeddedServer;

/**
 * Places in the transaction of an answer where one node can be made to wait, or be heard passing, so that it can be killed
 * or frozen exactly there. Triggers of the database do it: the application under test is the one that is delivered.
 */
final class FaultPoints implements AutoCloseable {

    /** Where in the transaction, in the order in which an answer passes them. */
    enum Point {
        /** The history of the case has been written, the engine has not moved on. */
        HISTORY_WRITTEN("after insert on tandem.case_entry"),
        /** The task leaves the inbox. */
        INBOX_WRITTEN("after delete on tandem.task_offer"),
        /** The engine has written that its task is gone. */
        ENGINE_WRITTEN("after delete on engine.act_ru_task"),
        /** The database has been asked to commit and is at it. */
        IN_THE_COMMIT("after insert on tandem.case_entry deferrable initially deferred"),
        /** It is committed, and the node may not know yet. */
        COMMITTED("after insert on tandem.case_entry");

        private final String when;

        Point(String when) {
            this.when = when;
        }
    }

    private static final int LOCK = 60_119_060;
    private static final long PATIENCE_NANOS = 180_000_000_000L;
    private static final long BETWEEN_LOOKS_NANOS = 2_000_000L;

    private final EmbeddedServer server;
    private final String database;
    private @Nullable Connection connection;
    private Statement statement;

    FaultPoints(EmbeddedServer server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        connect();
        statement.execute("create schema fault");
        statement.execute("create table fault.armed (point text, node text)");
        statement.execute("""
                create function fault.pass() returns trigger language plpgsql as $$
                begin
                  if exists (select from fault.armed
                              where point = tg_argv[0] and node = current_setting('application_name')) then
                    if tg_argv[0] = 'COMMITTED' then
                      perform pg_notify('fault', tg_argv[0]);
                    else
                      perform pg_advisory_xact_lock_shared(%d);
                    end if;
                  end if;
                  return null;
                end $$""".formatted(LOCK));
        for (Point point : Point.values()) {
            String kind = point.when.contains("deferr") ? "constraint trigger" : "trigger";
            statement.execute("create %s fault_%s %s for each row execute function fault.pass('%s')"
                    .formatted(kind, point.name().toLowerCase(Locale.ROOT), point.when, point));
        }
    }

    /** Again, once the database has been restarted and answers. */
    void connect() throws SQLException {
        if (connection != null) {
            connection.close();
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        connection = null;
        while (connection == null) {
            try {
                connection = server.connect(database);
            } catch (SQLException notYet) {
                assertThat(System.nanoTime()).as(notYet.getMessage()).isLessThan(deadline);
                LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            }
        }
        statement = connection.createStatement();
        statement.execute("listen fault");
    }

    /** From now on the first transaction of this node that comes to the point stays there. */
    void arm(Point point, String node) throws SQLException {
        statement.execute("select pg_advisory_lock(" + LOCK + ")");
        heard(); // what was said of an earlier round is forgotten
        statement.execute("insert into fault.armed values ('" + point + "', '" + node + "')");
    }

    /** Returns once a transaction is there, or has just committed. */
    void awaitSomebody(Point point) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (point == Point.COMMITTED ? !heard() : !waits()) {
            assertThat(System.nanoTime()).as("nobody came to %s", point).isLessThan(deadline);
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    /** Whoever waits goes on, if there still is somebody. */
    void release() throws SQLException {
        statement.execute("delete from fault.armed");
        statement.execute("select pg_advisory_unlock(" + LOCK + ")");
    }

    private boolean heard() throws SQLException {
        return connection.unwrap(PGConnection.class).getNotifications(2).length > 0;
    }

    private boolean waits() throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "select from pg_locks where locktype = 'advisory' and objid = " + LOCK + " and not granted")) {
            return found.next();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
