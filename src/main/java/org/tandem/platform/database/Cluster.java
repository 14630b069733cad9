package org.tandem.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.platform.CannotStart;

/** A PostgreSQL data directory, and what of it belongs in a backup (manual, "Making a Base Backup Using the Low Level API"). */
record Cluster(Path home) {

    static final String CONTROL = "global/pg_control";
    static final String WAL = "pg_wal";

    /** Their contents are of the running server only; the directories themselves have to be there. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans", WAL);

    private static final Set<String> OF_THE_SERVER =
            Set.of(Postmaster.FILE, "postmaster.opts", "backup_label.old", "tablespace_map.old", CONTROL);

    /** What the programs in the jar can read. */
    private static final String MAJOR = "17";

    /** @throws CannotStart when something is there that no PostgreSQL of ours can work on */
    boolean isMade() {
        Path version = home.resolve("PG_VERSION");
        try {
            String major = Files.exists(version) ? Files.readString(version).strip() : "";
            if (major.equals(MAJOR)) {
                return true;
            }
            if (major.matches("[0-9]+")) {
                throw new CannotStart(
                        "The database in " + home + " was made by PostgreSQL " + major + "; this Tandem brings " + MAJOR
                                + ".",
                        "Start the Tandem it was made with, or move its contents with pg_dump.");
            }
            if (Files.exists(home) && !isEmpty(home)) {
                throw new CannotStart(
                        "The database in " + home + " is damaged: " + version + " is missing or unreadable.",
                        "Restore a backup into another directory. Nothing was changed.");
            }
            return false;
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "The database in " + home + " cannot be read: " + DataDirectory.reason(unreadable) + ".",
                    "Check the rights of that directory.",
                    unreadable);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Relative paths; {@link #CONTROL} is left out because it comes last. */
    List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        collect(home, found, false);
        return found;
    }

    /** Relative paths of all directories, also of empty ones. */
    List<String> directories() throws IOException {
        List<String> found = new ArrayList<>(List.of(WAL + "/archive_status", WAL + "/summaries"));
        collect(home, found, true);
        return found;
    }

    private void collect(Path directory, List<String> found, boolean directories) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = home.relativize(entry).toString();
                boolean inner = Files.isDirectory(entry);
                if (inner && !isTemporary(entry)) {
                    if (directories) {
                        found.add(name);
                    }
                    if (!EMPTIED.contains(name)) {
                        collect(entry, found, directories);
                    }
                } else if (!inner && !directories && !OF_THE_SERVER.contains(name) && !isTemporary(entry)) {
                    found.add(name);
                }
            }
        } catch (NoSuchFileException gone) {
            // A database dropped while we look; the log of changes says so too.
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Tables of one session, scratch files, and caches that the server writes anew. */
    private static boolean isTemporary(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init") || name.matches("t[0-9]+_[0-9]+.*");
    }
}
