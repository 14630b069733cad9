package org.tandem;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tandem.platform.CannotStart;
import org.tandem.platform.database.EmbeddedServer;
import org.tandem.platform.engine.StatementsReadOnce;

/** One PostgreSQL for the whole test run; a database of its own for whoever asks. */
public final class TestDatabases {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private TestDatabases() {}

    public static EmbeddedServer server() {
        return Holder.SERVER;
    }

    /** What the server of the test run writes about its work. */
    public static Path log() {
        server();
        return Holder.data.resolve("postgres.log");
    }

    /** @return the name of a new, empty database */
    public static String create() {
        String name = "test" + NUMBER.incrementAndGet();
        server().createDatabase(name);
        return name;
    }

    /** @return the name of a new database, copied from what the product's own start has made of one with the demo roster */
    public static String copy(String references) {
        String template = TEMPLATES.computeIfAbsent(references, TestDatabases::started);
        String name = "test" + NUMBER.incrementAndGet();
        execute("create database \"" + name + "\" template \"" + template + "\" strategy file_copy");
        return name;
    }

    /** Once for each set of reference data, and with no connection left open, or it could not be copied. */
    private static String started(String references) {
        String name = create();
        Map<String, Object> properties = new HashMap<>(properties(name));
        properties.put("server.port", 0);
        properties.put("tandem.demo", true);
        properties.put("tandem.reference.directories", references);
        properties.put("tandem.sweep.first", "PT10H");
        properties.put("camunda.bpm.job-execution.enabled", false);
        new SpringApplicationBuilder(TandemApplication.class, StatementsReadOnce.class)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new))
                .close();
        return name;
    }

    private static void execute(String command) {
        try (Connection connection = server().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Properties that let Tandem run on this database. */
    public static Map<String, Object> properties(String database) {
        return Map.of(
                "spring.datasource.url", server().url(database),
                "spring.datasource.username", server().user(),
                "spring.datasource.password", server().pass());
    }

    private static final class Holder {

        private static final int RUNS_AT_ONCE = 8;
        private static Path data = Path.of("target");
        private static final EmbeddedServer SERVER = start();

        /** Data directories are kept and reused; another run at the same time takes the next one. */
        private static EmbeddedServer start() {
            CannotStart last = null;
            for (int i = 1; i <= RUNS_AT_ONCE; i++) {
                try {
                    return started(Path.of("target", "test-data-" + i));
                } catch (CannotStart taken) {
                    last = taken;
                }
            }
            throw new IllegalStateException(last);
        }

        private static EmbeddedServer started(Path data) {
            EmbeddedServer server = EmbeddedServer.start(
                    data,
                    Path.of("target", "programs"),
                    Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
            Holder.data = data;
            dropLeftovers(server);
            // Runs once every application context is closed.
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        }

        private static void dropLeftovers(EmbeddedServer server) {
            try (Connection connection = server.connect("postgres");
                    Statement statement = connection.createStatement()) {
                List<String> names = new ArrayList<>();
                try (ResultSet found =
                        statement.executeQuery("select datname from pg_database where datname like 'test%'")) {
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                }
                for (String name : names) {
                    statement.execute("drop database \"" + name + "\" with (force)");
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
