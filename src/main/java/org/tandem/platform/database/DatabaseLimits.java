package org.tandem.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long PostgreSQL lets a connection of the pool wait, work and rest, so that a node that hangs cannot hold up the others.
 * {@link LongWork} lifts them for one transaction.
 *
 * @param lock wait for a row or table that somebody else has locked
 * @param statement run of one statement
 * @param idle silence in the middle of a transaction: afterwards PostgreSQL ends the connection and gives its locks back
 * @param waiters requests of this node that may wait for the same lock
 * @param health wait for an answer when asked whether the database is there
 */
@ConfigurationProperties("tandem.database")
record DatabaseLimits(
        @DefaultValue("4s") Duration lock,
        @DefaultValue("30s") Duration statement,
        @DefaultValue("15s") Duration idle,
        @DefaultValue("3") int waiters,
        @DefaultValue("1500ms") Duration health) {

    /** Sets them on a new connection. */
    String sql() {
        return "set lock_timeout = " + lock.toMillis() + "; set statement_timeout = " + statement.toMillis()
                + "; set idle_in_transaction_session_timeout = " + idle.toMillis();
    }
}
