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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.platform.CannotStart;

/** Is a backup of a database at work whole, and is a broken one refused? */
class BackupTests {

    @TempDir
    Path directory;

    private EmbeddedServer server;
    private Path backup;
    private Path restored;

    @BeforeEach
    void startAServer() throws SQLException {
        server = EmbeddedServer.start(directory.resolve("data"), Path.of("target", "programs"), Map.of("fsync", "off"));
        backup = directory.resolve("backup");
        restored = directory.resolve("restored");
        try (Connection connection = server.connect("postgres")) {
            execute(connection, "create table account (name text primary key, held int)");
            execute(connection, "insert into account values ('left', 0), ('right', 0)");
            execute(connection, "create table moved (number int primary key, filler text)");
        }
    }

    @AfterEach
    void stopIt() {
        server.close();
    }

    @Test
    void holdsWhatWasAcknowledgedAndNothingByHalves() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> moveUntil(enough, acknowledged));
        while (acknowledged.get() < 200) {
            Thread.onSpinWait();
        }
        int before = acknowledged.get();

        String said = take();

        enough.set(true);
        work.join();
        assertThat(said).contains("Backed up", "files");
        assertThat(restore(restored)).contains("Restored", restored.toString());
        try (EmbeddedServer again =
                        EmbeddedServer.start(restored, Path.of("target", "programs"), Map.of("fsync", "off"));
                Connection connection = again.connect("postgres")) {
            int moved = number(connection, "select count(*) from moved");
            assertThat(moved).isBetween(before, acknowledged.get());
            assertThat(number(connection, "select max(number) from moved")).isEqualTo(moved);
            assertThat(number(connection, "select held from account where name = 'right'"))
                    .isEqualTo(moved);
            assertThat(number(connection, "select held from account where name = 'left'"))
                    .isEqualTo(-moved);
        }
    }

    @Test
    void isRefusedWhenSomethingStandsInTheWayOrIsWrong() throws IOException {
        take();
        assertThatThrownBy(this::take).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> restore(directory.resolve("data"))).hasMessageContaining("Another Tandem (process");
        Path thesis = Files.writeString(Files.createDirectories(restored).resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> restore(restored)).hasMessageContaining("is not empty: thesis.txt");
        assertThat(restored.toFile().list()).containsExactly("thesis.txt");
        Files.delete(thesis);

        Path version = backup.resolve("postgres/PG_VERSION");
        Files.writeString(version, "16\n");
        assertThatThrownBy(() -> restore(restored))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres/PG_VERSION is not what it was");
        Files.delete(version);
        assertThatThrownBy(() -> restore(restored)).hasMessageContaining("PG_VERSION is missing");
        assertThat(restored.toFile().list()).containsExactly("tandem.lock");

        Files.delete(backup.resolve(Manifest.FILE));
        assertThatThrownBy(() -> restore(restored)).hasMessageContaining("no finished backup");
    }

    @Test
    void aRestoreThatWasKilledIsBegunAgainAndNothingStartsOnItsHalf() throws IOException, SQLException {
        take();
        Files.writeString(
                Files.createDirectories(restored.resolve(Restore.HALF)).resolve("PG_VERSION"), "17\n");
        Files.writeString(restored.resolve("password"), "half way\n");

        assertThatThrownBy(() -> EmbeddedServer.start(restored, Path.of("target", "programs"), Map.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was interrupted");
        assertThat(restore(restored)).contains("Restored");

        assertThat(restored.toFile().list()).containsExactlyInAnyOrder("postgres", "password", "tandem.lock");
        assertThat(Files.getPosixFilePermissions(restored.resolve("password"))).hasSize(2);
        EmbeddedServer.start(restored, Path.of("target", "programs"), Map.of("fsync", "off"))
                .close();
    }

    @Test
    void isRefusedWhenItsListOfFilesWasCut() throws IOException {
        take();
        Path list = backup.resolve(Manifest.FILE);
        List<String> lines = Files.readAllLines(list);
        Files.write(list, lines.subList(1, lines.size()));
        assertThatThrownBy(() -> restore(restored)).hasMessageContaining("damaged: " + Manifest.FILE);
        Files.write(
                list,
                lines.stream().filter(line -> !line.endsWith("/base/1/1259")).toList());
        assertThatThrownBy(() -> restore(restored)).hasMessageContaining("lists " + (lines.size() - 1) + " of");
        Files.write(list, lines);
        assertThat(restore(restored)).contains("Restored");
    }

    @Test
    void neverCallsUselessWhatWasThereBefore() throws IOException {
        Files.writeString(backup, "notes");

        assertThatThrownBy(this::take)
                .isInstanceOfSatisfying(CannotStart.class, refused -> assertThat(refused.whatToDo())
                        .doesNotContain("remove"))
                .hasMessageContaining("is a file");
        assertThat(backup).hasContent("notes");
    }

    @Test
    void needsAServerThatRuns() {
        server.close();

        assertThatThrownBy(this::take)
                .isInstanceOfSatisfying(CannotStart.class, refused -> assertThat(refused.whatToDo())
                        .contains("copy the whole directory"))
                .hasMessageContaining("No Tandem with an embedded database runs on");
    }

    @Test
    void isACommandWithAnExitStatus() {
        assertThat(BackupCommand.run()).isEqualTo(2);
        assertThat(RestoreCommand.run("--help")).isEqualTo(2);
        assertThat(RestoreCommand.run(backup.toString(), "--tandem.data=" + restored))
                .isEqualTo(1);
    }

    private String restore(Path data) {
        return new Restore(backup, data).make();
    }

    private String take() {
        return new Backup(directory.resolve("data"), backup, Clock.systemUTC()).take();
    }

    /** Each step changes three rows in one transaction; a backup that tore one apart would show. */
    private void moveUntil(AtomicBoolean enough, AtomicInteger acknowledged) {
        try (Connection connection = server.connect("postgres")) {
            connection.setAutoCommit(false);
            for (int number = 1; !enough.get(); number++) {
                execute(connection, "update account set held = held - 1 where name = 'left'");
                execute(connection, "insert into moved values (" + number + ", repeat('x', 500))");
                execute(connection, "update account set held = held + 1 where name = 'right'");
                connection.commit();
                acknowledged.set(number);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getInt(1);
        }
    }
}
