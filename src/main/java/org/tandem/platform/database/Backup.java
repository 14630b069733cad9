package org.tandem.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandem.platform.CannotStart;

/**
 * Copies a database while it works, by PostgreSQL's own low-level interface: between {@code pg_backup_start} and {@code
 * pg_backup_stop} the files may change under our hands, because the log of changes of that time is in the backup and is
 * replayed at the first start.
 */
final class Backup {

    static final String CLUSTER = "postgres/";
    static final String PASSWORD = "password";
    static final String FACTS = "backup.properties";

    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private final Path data;
    private final Path to;
    private final Clock clock;
    private final Cluster cluster;
    private final Manifest manifest = Manifest.empty();
    private long bytes;

    Backup(Path data, Path to, Clock clock) {
        this.data = data;
        this.to = to;
        this.clock = clock;
        this.cluster = new Cluster(data.resolve("postgres"));
    }

    /** @return what was done, in a sentence */
    String take() {
        Instant began = clock.instant();
        Postmaster server = Postmaster.of(cluster.home())
                .filter(found -> found.ready() && found.livesOn(cluster.home()))
                .orElseThrow(() -> new CannotStart(
                        "No Tandem with an embedded database runs on " + data + ".",
                        "Name its directory with --tandem.data=DIR. Of a Tandem that is stopped, copy the whole directory;"
                                + " of a PostgreSQL server of your own, use pg_dump."));
        requireFree();
        try {
            makeTarget();
            try (Connection connection = connect(server);
                    Statement statement = connection.createStatement()) {
                copy(statement, began);
            }
            manifest.write(to);
        } catch (IOException | SQLException failure) {
            throw new CannotStart(
                    "The backup could not be taken: " + DataDirectory.reason(failure) + ".",
                    "What is in " + to + " is no backup; remove it and try again. Tandem itself goes on.",
                    failure);
        }
        return String.format(
                Locale.ROOT,
                "Backed up %s into %s: %d files, %.1f MB. Keep it safe: it holds everything, passwords of the server among it.",
                data,
                to,
                manifest.size(),
                bytes / 1e6);
    }

    /** Said before anything is written there: what lies in it is somebody's, and must not be called useless. */
    private void requireFree() {
        String remedy = "Name a directory that is empty or not there yet.";
        try {
            if (Files.exists(to) && !Files.isDirectory(to)) {
                throw new CannotStart(to + " is a file.", remedy);
            }
            if (Files.exists(to) && !isEmpty(to)) {
                throw new CannotStart(to + " is not empty.", remedy);
            }
        } catch (IOException unreadable) {
            throw new CannotStart(
                    to + " cannot be read: " + DataDirectory.reason(unreadable) + ".", remedy, unreadable);
        }
    }

    private void makeTarget() throws IOException {
        Files.createDirectories(to);
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private Connection connect(Postmaster server) throws SQLException, IOException {
        return DriverManager.getConnection(
                EmbeddedServer.url(server.port(), "postgres"),
                EmbeddedServer.USER,
                Files.readString(data.resolve(PASSWORD)).strip());
    }

    private void copy(Statement server, Instant began) throws SQLException, IOException {
        // Keeps the log from the start of the backup on; it goes with this session, however it ends.
        String slot = "tandem_backup_" + ProcessHandle.current().pid();
        server.execute("select pg_create_physical_replication_slot('" + slot + "', true, true)");
        server.execute("select pg_backup_start('tandem', true)");
        List<String> directories = cluster.directories();
        for (String file : cluster.files()) {
            addUnlessGone(file);
        }
        add(Cluster.CONTROL);
        Stop stop = stop(server);
        addText(CLUSTER + "backup_label", stop.label());
        addLog(stop);
        bytes += manifest.add(data.resolve(PASSWORD), to, PASSWORD);
        addText(FACTS, facts(server, began, stop, directories));
    }

    /** @param label what PostgreSQL wants to find beside the files, to know from where to replay */
    private record Stop(String label, String lastLog, String position) {}

    private static Stop stop(Statement server) throws SQLException {
        try (ResultSet stopped = server.executeQuery(
                "select labelfile, pg_walfile_name(lsn), lsn::text from pg_backup_stop(wait_for_archive => false)")) {
            stopped.next();
            return new Stop(stopped.getString(1), stopped.getString(2), stopped.getString(3));
        }
    }

    private void addUnlessGone(String file) throws IOException {
        try {
            add(file);
        } catch (NoSuchFileException dropped) {
            Files.deleteIfExists(to.resolve(CLUSTER + file));
        }
    }

    private void add(String file) throws IOException {
        bytes += manifest.add(cluster.home().resolve(file), to, CLUSTER + file);
    }

    private void addText(String name, String text) throws IOException {
        Path written = Files.writeString(Files.createTempFile("tandem-backup", ".txt"), text);
        bytes += manifest.add(written, to, name);
        Files.delete(written);
    }

    /** Names of log files are numbers of equal length, so they sort as text. */
    private void addLog(Stop stop) throws IOException {
        Matcher first = FIRST_LOG.matcher(stop.label());
        if (!first.find()) {
            throw new IOException("PostgreSQL does not say where its log begins: " + stop.label());
        }
        try (Stream<Path> log = Files.list(cluster.home().resolve(Cluster.WAL))) {
            for (Path file : (Iterable<Path>) log.sorted()::iterator) {
                String name = file.getFileName().toString();
                boolean needed = name.matches("[0-9A-F]{24}")
                        && name.compareTo(first.group(1)) >= 0
                        && name.compareTo(stop.lastLog()) <= 0;
                if (needed || name.endsWith(".history")) {
                    add(Cluster.WAL + "/" + name);
                }
            }
        }
    }

    private String facts(Statement server, Instant began, Stop stop, List<String> directories) throws SQLException {
        try (ResultSet version = server.executeQuery("show server_version")) {
            version.next();
            return "began=" + began + "\nended=" + clock.instant() + "\npostgresql=" + version.getString(1)
                    + "\nlog-position=" + stop.position() + "\nfiles=" + (manifest.size() + 1) + "\ndirectories="
                    + String.join(",", directories) + "\n";
        }
    }
}
