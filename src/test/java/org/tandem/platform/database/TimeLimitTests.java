package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.Refused;

@TandemTest
class TimeLimitTests {

    private static final int CROWD = 20;

    @Autowired
    DataSource pool;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LongWork longWork;

    @Autowired
    LockWaiters waiters;

    @Autowired
    OwnConnections connections;

    @Test
    void standOnEveryConnectionOfThePool() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                taken.add(pool.getConnection());
            }
            for (Connection connection : taken) {
                assertThat(limits(connection)).containsExactly("4s", "30s", "15s");
                assertThat(connection.unwrap(PgConnection.class).getLogServerErrorDetail())
                        .isFalse();
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void areLiftedForLongWorkUntilItsTransactionEnds() {
        transaction.executeWithoutResult(status -> {
            longWork.begin();
            jdbc.execute((Connection connection) -> {
                assertThat(limits(connection)).containsExactly("1min", "0", "1min");
                assertThat(connection.getNetworkTimeout()).isZero();
                return null;
            });
        });
        for (int i = 0; i < 20; i++) {
            jdbc.execute((Connection connection) -> {
                assertThat(limits(connection)).containsExactly("4s", "30s", "15s");
                assertThat(connection.getNetworkTimeout()).isEqualTo(40_000);
                return null;
            });
        }
    }

    @Test
    void areNotForMigrations() throws SQLException {
        try (Connection connection = connections.unlimited().getConnection()) {
            assertThat(limits(connection)).containsExactly("0", "0", "0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void cannotBeTurnedIntoValuesInTheLogByAnAddress() {
        assertThat(PoolSettings.withoutDetail("jdbc:postgresql://db/t?ssl=true&logServerErrorDetail=true&a=b"))
                .isEqualTo("jdbc:postgresql://db/t?ssl=true&logServerErrorDetail=false&a=b");
        assertThat(PoolSettings.withoutDetail("jdbc:postgresql://db/t")).isEqualTo("jdbc:postgresql://db/t");
        assertThat(PGProperty.LOG_SERVER_ERROR_DETAIL.getName()).isEqualTo(PoolSettings.DETAIL);
    }

    /** Each who waits keeps a connection; were all let wait, nobody else could do anything. */
    @Test
    void letFewWaitForOneLockSoThatOthersAreServed() throws Exception {
        CountDownLatch refused = new CountDownLatch(CROWD - 3);
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        try {
            List<Future<Boolean>> crowd = new ArrayList<>();
            transaction.executeWithoutResult(status -> {
                lock();
                for (int i = 0; i < CROWD; i++) {
                    crowd.add(threads.submit(() -> takesLock(refused)));
                }
                awaits(refused);
                assertThat(inAnotherTransaction(threads)).isEqualTo(1);
            });
            int served = 0;
            for (Future<Boolean> one : crowd) {
                served += one.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(served).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean takesLock(CountDownLatch refused) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> waiters.take("the same", () -> {
                lock();
                return true;
            })));
        } catch (Refused busy) {
            assertThat(busy.kind()).isEqualTo(Refused.Kind.BUSY);
            refused.countDown();
            return false;
        }
    }

    private void lock() {
        jdbc.queryForList("select pg_advisory_xact_lock(4711)");
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private int inAnotherTransaction(ExecutorService threads) {
        try {
            return threads.submit(() -> jdbc.queryForObject("select 1", Integer.class))
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void endATransactionThatHasFallenSilent() throws SQLException {
        try (Connection frozen = pool.getConnection()) {
            frozen.setAutoCommit(false);
            frozen.createStatement().execute("set idle_in_transaction_session_timeout = 50");
            frozen.createStatement().execute("select pg_advisory_xact_lock(4712)");

            transaction.executeWithoutResult(status -> jdbc.queryForList("select pg_advisory_xact_lock(4712)"));

            assertThatThrownBy(frozen::commit)
                    .isInstanceOfSatisfying(SQLException.class, lost -> assertThat(DatabaseTrouble.of(lost))
                            .isPresent());
        }
    }

    private static List<String> limits(Connection connection) throws SQLException {
        List<String> limits = new ArrayList<>();
        for (String name : List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")) {
            try (var statement = connection.createStatement();
                    var shown = statement.executeQuery("show " + name)) {
                shown.next();
                limits.add(shown.getString(1));
            }
        }
        return limits;
    }
}
