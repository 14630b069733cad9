package org.tandem.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tandem.platform.CannotStart;

/**
 * Nodes on one database set it up one after the other: migrations, engine tables, deployments and reference data happen
 * under this lock, which the database itself gives back if the node dies.
 */
@Slf4j
class StartLock implements DisposableBean {

    private static final long KEY = 0x54414E44454DL;

    private final Connection connection;

    StartLock(DataSource source) {
        try {
            connection = source.getConnection();
            acquire();
        } catch (SQLException failure) {
            throw new CannotStart(
                    "The database cannot be used: " + failure.getMessage(),
                    "Check that PostgreSQL runs, and spring.datasource.url, username and password. If another node of "
                            + "Tandem is still starting, try again when it is ready.",
                    failure);
        }
    }

    private void acquire() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                result.next();
                if (result.getBoolean(1)) {
                    return;
                }
            }
            LOG.info("Another node is starting on this database; waiting for it");
            statement.execute("set lock_timeout = '5min'");
            statement.execute("select pg_advisory_lock(" + KEY + ")");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void release() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException lost) {
            LOG.debug("The start lock was gone already", lost);
        }
    }

    @Override
    public void destroy() throws SQLException {
        if (!connection.isClosed()) {
            release();
        }
    }
}
