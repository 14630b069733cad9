package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, its embedded database, and every way to stop. */
class RestartIT {

    @TempDir
    Path data;

    @Test
    void comesBackWithAllDataAfterAKillAndLeavesNothingBehindWhenStopped() throws Exception {
        String killedServer;
        try (RunningApplication killed = start().awaitReady()) {
            assertThat(killed.log()).contains("Tandem is ready: http://localhost:" + killed.port());
            assertThat(saysItsContainerIsHealthy(killed.port())).isTrue();
            note("written before the kill");
            killedServer = serverProcess();
            killed.kill9();
            assertThat(saysItsContainerIsHealthy(killed.port())).isFalse();
        }

        try (RunningApplication again = start().awaitReady()) {
            assertThat(again.log()).contains("Adopted the PostgreSQL server").doesNotContain("ERROR");
            assertThat(serverProcess()).isEqualTo(killedServer);
            assertThat(notes()).containsExactly("written before the kill");
            again.stop();
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();

        try (RunningApplication third = start().awaitReady()) {
            assertThat(third.log()).contains("Started the embedded PostgreSQL");
            assertThat(notes()).containsExactly("written before the kill");
            saysInOneMessageThatTheDataAreInUse();
        }
    }

    private void saysInOneMessageThatTheDataAreInUse() {
        try (RunningApplication second = start()) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log())
                    .contains("Another Tandem (process ", "make run DATA=<directory> PORT=<port>")
                    .doesNotContain("\tat ");
        }
    }

    /** The script that the container's health check runs. */
    private static boolean saysItsContainerIsHealthy(int port) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "src/main/docker/healthy.sh", String.valueOf(port))
                        .start()
                        .waitFor()
                == 0;
    }

    private RunningApplication start() {
        return RunningApplication.start(data, RunningApplication.freePort(), Map.of());
    }

    private String serverProcess() throws IOException {
        return server().get(0).strip();
    }

    private List<String> server() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server().get(3).strip() + "/tandem",
                "tandem",
                Files.readString(data.resolve("password")));
    }

    private void note(String text) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table public.note (words text)");
            statement.execute("insert into public.note values ('" + text + "')");
        }
    }

    private List<String> notes() throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select array_agg(words) from public.note")) {
            found.next();
            return List.of((String[]) found.getArray(1).getArray());
        }
    }
}
