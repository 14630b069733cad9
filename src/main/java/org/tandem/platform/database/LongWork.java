package org.tandem.platform.database;

import java.sql.Statement;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Lets the transaction it is called in take its time: rebuilding, loading, building an index. Never what a person waits for. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class LongWork {

    private final JdbcOperations jdbc;

    /** The pool resets what outlives the transaction. */
    public void begin() {
        allow(jdbc);
    }

    /** For whoever has a connection of another kind. */
    public static void allow(JdbcOperations jdbc) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local statement_timeout = 0; set local lock_timeout = '60s';"
                        + " set local idle_in_transaction_session_timeout = '60s'");
            }
            return null;
        });
    }
}
