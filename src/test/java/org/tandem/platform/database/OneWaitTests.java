package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockServletContext;
import org.tandem.platform.DatabaseTrouble;

class OneWaitTests {

    private final AtomicInteger waits = new AtomicInteger();

    private final ServletRequestListener requests = new OneWait.PerRequest();
    private final ServletRequestEvent event =
            new ServletRequestEvent(new MockServletContext(), new MockHttpServletRequest());
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
    void isAllThatOneRequestWaits() {
        request(4);

        assertThat(waits).hasValue(1);
    }

    @Test
    void isNotSpentByTheRequestBefore() {
        request(2);
        request(2);

        assertThat(waits).hasValue(2);
    }

    @Test
    void isNotForWorkWithoutARequest() {
        asksInVain();
        asksInVain();

        assertThat(waits).hasValue(2);
    }

    private void request(int connections) {
        requests.requestInitialized(event);
        for (int i = 0; i < connections; i++) {
            asksInVain();
        }
        requests.requestDestroyed(event);
    }

    private void asksInVain() {
        assertThatThrownBy(pool::getConnection)
                .satisfies(failure -> assertThat(DatabaseTrouble.of(failure)).contains(DatabaseTrouble.BUSY));
    }
}
