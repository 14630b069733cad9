package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.tandem.TestDatabases;
import org.tandem.platform.DatabaseTrouble;

class DatabaseHealthTests {

    private final HikariDataSource pool = new HikariDataSource();
    private final DiskRoom room = new DiskRoom();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void isWellAlthoughAllConnectionsAreInUse() throws SQLException {
        at(TestDatabases.server().url(TestDatabases.create()));
        pool.setMaximumPoolSize(1);
        try (Connection taken = pool.getConnection()) {
            assertThat(taken.isValid(5)).isTrue();
            Health health = ask();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .extractingByKey("connections")
                    .asString()
                    .contains("active=1");
        }
    }

    @Test
    void isNotWellWhenNobodyAnswers() throws SQLException {
        at("jdbc:postgresql://127.0.0.1:1/nobody");

        Health health = ask();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("cause", DatabaseTrouble.AWAY);
    }

    @Test
    void isNotWellWithoutRoomUntilAWriteSucceeds() throws SQLException {
        at(TestDatabases.server().url(TestDatabases.create()));
        room.adjudicate(new SQLException("no room", "53100"));
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create function full_up() returns event_trigger language plpgsql as"
                    + " $$ begin raise exception 'no room' using errcode = '53100'; end $$");
            statement.execute("create event trigger full_up on ddl_command_start when tag in ('CREATE TABLE AS')"
                    + " execute function full_up()");

            Health full = ask();
            assertThat(full.getStatus()).isEqualTo(Status.DOWN);
            assertThat(full.getDetails()).containsEntry("cause", DatabaseTrouble.FULL);

            statement.execute("drop event trigger full_up");
            assertThat(ask().getStatus()).isEqualTo(Status.UP);
        }
    }

    private void at(String url) {
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabases.server().user());
        pool.setPassword(TestDatabases.server().pass());
    }

    /** Without the answer of a moment ago. */
    private Health ask() throws SQLException {
        DatabaseLimits limits =
                new DatabaseLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, 3, Duration.ofSeconds(20));
        DatabaseHealth health = new DatabaseHealth(new OwnConnections(pool), pool, room, limits);
        try {
            return health.health();
        } finally {
            health.destroy();
        }
    }
}
