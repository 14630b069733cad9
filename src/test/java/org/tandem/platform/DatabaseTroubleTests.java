package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TestDatabases;

class DatabaseTroubleTests {

    @ParameterizedTest
    @CsvSource({
        "08001,AWAY", "08006,AWAY", "57P01,AWAY", "57P03,AWAY",
        "55P03,BUSY", "57014,BUSY", "25P03,BUSY", "53300,BUSY",
        "53100,FULL"
    })
    void isKnownByTheStateWhateverIsAroundIt(String state, DatabaseTrouble trouble) {
        Exception around = new DataAccessResourceFailureException("around", new SQLException("within", state));

        assertThat(DatabaseTrouble.of(new IllegalStateException(around))).contains(trouble);
    }

    @ParameterizedTest
    @CsvSource({"23505", "22P02", "40001", "42601", "P0001"})
    void isNotWhatSomebodyAskedFor(String state) {
        assertThat(DatabaseTrouble.of(new SQLException("within", state))).isEmpty();
    }

    @Test
    void tellsAPoolThatIsInUseFromADatabaseThatIsAway() throws SQLException {
        try (HikariDataSource inUse = pool(TestDatabases.server().url("postgres"));
                Connection taken = inUse.getConnection()) {
            assertThat(taken.isValid(5)).isTrue();
            assertThat(troubleOf(inUse)).isEqualTo(DatabaseTrouble.BUSY);
        }
        try (HikariDataSource away = pool("jdbc:postgresql://127.0.0.1:1/nobody")) {
            assertThat(troubleOf(away)).isEqualTo(DatabaseTrouble.AWAY);
        }
    }

    @Test
    void knowsAConnectionThatBrokeInTheMiddleOfATransaction() throws SQLException {
        try (HikariDataSource pool = pool(TestDatabases.server().url("postgres"))) {
            Connection broken = pool.getConnection();
            broken.close();

            assertThatThrownBy(broken::rollback).satisfies(failure -> assertThat(DatabaseTrouble.of(failure))
                    .contains(DatabaseTrouble.AWAY));
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabases.server().user());
        pool.setPassword(TestDatabases.server().pass());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(250);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static DatabaseTrouble troubleOf(HikariDataSource pool) {
        try {
            new TransactionTemplate(new DataSourceTransactionManager(pool)).executeWithoutResult(status -> {});
            throw new AssertionError("a connection was free");
        } catch (RuntimeException failure) {
            return DatabaseTrouble.of(failure).orElseThrow();
        }
    }
}
