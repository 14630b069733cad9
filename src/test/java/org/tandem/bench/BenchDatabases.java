package org.tandem.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.database.EmbeddedServer;

/** The PostgreSQL of {@code make run}, with its own settings: every commit reaches the disk, for both sides alike. */
final class BenchDatabases {

    private static @Nullable EmbeddedServer server;

    private BenchDatabases() {}

    static synchronized EmbeddedServer server() {
        if (server == null) {
            server = EmbeddedServer.start(Path.of("target", "bench-data"), Path.of("target", "programs"), Map.of());
        }
        return server;
    }

    /** An empty database; what an earlier run left under this name is gone. */
    static String fresh(String name) throws SQLException {
        drop(name);
        server().createDatabase(name);
        return name;
    }

    /** Lets the planner see what the warm-up has filled: plans made for empty tables are nobody's everyday. */
    static void analyze(String name) throws SQLException {
        try (Connection connection = server().connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    /** A copy of a database that nobody is connected to. */
    static void copy(String from, String to) throws SQLException {
        drop(to);
        try (Connection connection = server().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + to + "\" template \"" + from + "\"");
        }
    }

    static void drop(String name) throws SQLException {
        try (Connection connection = server().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists \"" + name + "\" with (force)");
        }
    }

    static String version() {
        try (Connection connection = server().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("show server_version")) {
            found.next();
            return "PostgreSQL " + found.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
