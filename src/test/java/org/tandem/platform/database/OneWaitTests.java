package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.tandem.platform.DatabaseTrouble;

class OneWaitTests {

    private final AtomicInteger waits = new AtomicInteger();

    private final OneWait pool = new OneWait(new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            waits.incrementAndGet();
            throw new SQLTransientConnectionException("not available (total=3, active=3)");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    });

    @Test
    void isAllThatOnePageWaits() {
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(pool::getConnection).satisfies(failure -> assertThat(DatabaseTrouble.of(failure))
                    .contains(DatabaseTrouble.BUSY));
        }
        assertThat(waits).hasValue(1);
    }

    @Test
    void isNotSpentByOthers() {
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
        CompletableFuture.runAsync(() -> assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class))
                .join();

        assertThat(waits).hasValue(2);
    }
}
