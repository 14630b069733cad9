package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.platform.CannotStart;

class EmbeddedServerTests {

    private static final Path PROGRAMS = Path.of("target", "programs");

    @TempDir
    Path data;

    @Test
    void keepsDataFromOneRunToTheNext() throws SQLException {
        try (EmbeddedServer server = start()) {
            server.createDatabase("kept");
            execute(server, "create table town (name text)", "insert into town values ('Hà Nội')");
        }
        try (EmbeddedServer server = start()) {
            server.createDatabase("kept");
            assertThat(town(server)).isEqualTo("Hà Nội");
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void adoptsTheServerOfAKilledRun() throws SQLException {
        EmbeddedServer killed = start();
        killed.createDatabase("kept");
        execute(killed, "create table town (name text)", "insert into town values ('Mogadishu')");
        killed.dieLikeAKilledProcess();

        try (EmbeddedServer server = start()) {
            assertThat(server.port()).isEqualTo(killed.port());
            assertThat(town(server)).isEqualTo("Mogadishu");
        }
    }

    @Test
    void restartsTheServerOfAKilledRunThatWasBuiltDifferently() throws SQLException, IOException {
        EmbeddedServer killed = start();
        killed.createDatabase("kept");
        execute(killed, "create table town (name text)", "insert into town values ('Amman')");
        killed.dieLikeAKilledProcess();
        long before = Postmaster.of(data.resolve("postgres")).orElseThrow().pid();
        Files.writeString(data.resolve("postgres/postmaster.opts"), "/older/bin/postgres \"-D\"\n");

        try (EmbeddedServer server = start()) {
            assertThat(Postmaster.of(data.resolve("postgres")).orElseThrow().pid())
                    .isNotEqualTo(before);
            assertThat(town(server)).isEqualTo("Amman");
        }
    }

    @Test
    void neverStartsASecondServerOnADirectoryThatWasMoved() throws SQLException, IOException {
        Path before = data.resolve("before");
        EmbeddedServer killed = EmbeddedServer.start(before, PROGRAMS, Map.of("fsync", "off"));
        killed.createDatabase("kept");
        execute(killed, "create table town (name text)", "insert into town values ('Port Vila')");
        killed.dieLikeAKilledProcess();
        Path after = Files.move(before, data.resolve("after"));

        try (EmbeddedServer server = EmbeddedServer.start(after, PROGRAMS, Map.of("fsync", "off"))) {
            assertThatThrownBy(() -> killed.connect("kept")).isInstanceOf(SQLException.class);
            assertThat(town(server)).isEqualTo("Port Vila");
        }
    }

    @Test
    void isNotMisledByAStaleProcessNumber() throws IOException {
        start().close();
        long someoneElse = ProcessHandle.current().pid();
        Files.write(
                data.resolve("postgres/" + Postmaster.FILE),
                List.of(
                        String.valueOf(someoneElse),
                        data.resolve("postgres").toString(),
                        "0",
                        "5432",
                        "",
                        "127.0.0.1",
                        " 1 1",
                        "ready"));

        try (EmbeddedServer server = start()) {
            assertThat(Postmaster.of(data.resolve("postgres")).orElseThrow().pid())
                    .isNotEqualTo(someoneElse);
        }
    }

    @Test
    void startsAgainAfterAKillInTheMiddleOfSettingUp() throws IOException {
        Files.createDirectories(data.resolve("postgres.new/base"));
        Files.writeString(data.resolve("postgres.new/PG_VERSION"), "17\n");

        try (EmbeddedServer server = start()) {
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void refusesASecondTandemOnTheSameData() {
        try (EmbeddedServer first = start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "Another Tandem (process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining(data.toString());
        }
    }

    @Test
    void letsNobodyInWithoutItsPassword() throws IOException {
        try (EmbeddedServer server = start()) {
            assertThatThrownBy(() ->
                            java.sql.DriverManager.getConnection(server.url("postgres"), EmbeddedServer.USER, "guess"))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(data.resolve("password"))).hasSize(2);
        }
    }

    @Test
    void startsTheServerAgainThatEndedUnasked() throws SQLException {
        try (EmbeddedServer server = start()) {
            server.createDatabase("kept");
            execute(server, "create table town (name text)", "insert into town values ('Dili')");
            int port = server.port();

            ProcessHandle.of(postmaster().pid()).orElseThrow().destroyForcibly();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> town(server), "Dili"::equals);
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void startsOnAProcessFileThatHoldsNothing() throws IOException {
        start().close();
        for (String content : List.of("", "not a number\n", "\0\0\0\0")) {
            Files.writeString(pidFile(), content);
            try (EmbeddedServer server = start()) {
                assertThat(server.port()).isPositive();
            }
        }
    }

    @Test
    void refusesWhenTheProcessFileHoldsNothingAndAServerIsAtWork() throws IOException {
        EmbeddedServer killed = start();
        String content = Files.readString(pidFile());
        killed.dieLikeAKilledProcess();
        Files.writeString(pidFile(), "");
        try {
            assertRefused(pidFile().toString());
        } finally {
            Files.writeString(pidFile(), content);
        }
        start().close();
    }

    @Test
    void refusesToGoOnWithoutTheFileThatOpensTheDatabase() throws IOException {
        start().close();
        String kept = Files.readString(data.resolve("password"));
        for (String wrong : List.of("", "\n", "guessed")) {
            Files.writeString(data.resolve("password"), wrong);
            assertRefused(data.resolve("password").toString());
        }
        Files.delete(data.resolve("password"));
        assertRefused(data.resolve("password").toString());
        assertThat(data.resolve("password")).doesNotExist();

        Files.writeString(data.resolve("password"), kept);
        start().close();
    }

    @Test
    void makesAPasswordWhereAnEmptyFileIsAllThereIs() throws IOException {
        Files.createFile(data.resolve("password"));

        start().close();

        assertThat(data.resolve("password")).isNotEmptyFile();
    }

    @Test
    void refusesADatabaseItCannotReadAndChangesNothing() throws IOException {
        start().close();
        Path version = data.resolve("postgres/PG_VERSION");
        Files.writeString(version, "16\n");
        assertRefused("PostgreSQL 16");
        Files.writeString(version, "");
        assertRefused(version.toString());
        Files.delete(version);
        assertRefused(version.toString());

        Files.writeString(version, "17\n");
        start().close();
    }

    @Test
    void saysWhyItDoesNotStart() throws IOException {
        start().close();
        Files.delete(data.resolve("postgres/global/pg_control"));

        assertRefused("global/pg_control");
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> {
                    try (EmbeddedServer server = start()) {
                        server.createDatabase("kept");
                    }
                })
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(what);
    }

    private Postmaster postmaster() {
        return Postmaster.of(data.resolve("postgres")).orElseThrow();
    }

    private Path pidFile() {
        return data.resolve("postgres").resolve(Postmaster.FILE);
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(data, PROGRAMS, Map.of("fsync", "off"));
    }

    private static void execute(EmbeddedServer server, String... commands) throws SQLException {
        try (Connection connection = server.connect("kept");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String town(EmbeddedServer server) throws SQLException {
        try (Connection connection = server.connect("kept");
                Statement statement = connection.createStatement();
                ResultSet town = statement.executeQuery("select name from town")) {
            town.next();
            return town.getString(1);
        }
    }
}
