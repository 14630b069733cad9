package org.tandem.platform.database;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, on which no request waits twice: a page asks for several connections, one after the other. When it has waited for
 * one in vain, the next is refused at once, so that people read within seconds that the database is away or too busy.
 */
class OneWait extends DelegatingDataSource {

    /** What the request of this thread waited for in vain; nothing at all for a thread that serves no request. */
    private static final ThreadLocal<@Nullable AtomicReference<@Nullable SQLException>> REQUEST = new ThreadLocal<>();

    OneWait(DataSource pool) {
        super(pool);
    }

    /** Tells where one request ends and the next begins on the same thread. */
    static final class PerRequest implements ServletRequestListener {

        @Override
        public void requestInitialized(ServletRequestEvent request) {
            REQUEST.set(new AtomicReference<>());
        }

        @Override
        public void requestDestroyed(ServletRequestEvent request) {
            REQUEST.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        AtomicReference<@Nullable SQLException> request = REQUEST.get();
        SQLException before = request == null ? null : request.get();
        if (before != null) {
            throw new SQLTransientConnectionException(
                    "this request has waited for a connection before", before.getSQLState(), before);
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException failure) {
            if (request != null) {
                request.set(failure);
            }
            throw failure;
        }
    }
}
