package org.tandem.platform.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.util.FileSystemUtils;
import org.tandem.platform.CannotStart;

/** Makes a data directory from a backup, or none at all: built beside its place and renamed when every file was found intact. */
@RequiredArgsConstructor
final class Restore {

    /** What may lie in a directory and still leave it free for a database. */
    private static final Set<String> NO_DATA = Set.of("tandem.lock", "programs");

    /** Where the cluster is built; left behind only by a restore that was killed. */
    static final String HALF = "postgres.restored";

    /** Without these there is no database, whatever the list of files says. */
    private static final List<String> NEEDED = List.of(
            Backup.FACTS,
            Backup.PASSWORD,
            Backup.CLUSTER + "PG_VERSION",
            Backup.CLUSTER + "global/pg_control",
            Backup.CLUSTER + "backup_label");

    private final Path from;
    private final Path data;

    /** @return what was done, in a sentence */
    String make() {
        if (!Manifest.isIn(from)) {
            throw new CannotStart(
                    from + " holds no finished backup: there is no " + Manifest.FILE + ".",
                    "Name the directory that the backup was taken into.");
        }
        try {
            refuseUnlessFree();
            try (DataDirectory target = DataDirectory.claim(data)) {
                int files = fill(target);
                return "Restored " + files + " files of the backup of " + facts().getProperty("began") + " into " + data
                        + ". Now start Tandem on it: make run DATA=" + data + ".";
            }
        } catch (IOException failure) {
            throw new CannotStart(
                    "The backup could not be restored: " + DataDirectory.reason(failure) + ".",
                    "Nothing was left in " + data + "; the backup is as it was.",
                    failure);
        }
    }

    /** A start on a directory into which a restore was under way when it was killed. */
    static void refuseHalfDone(DataDirectory data) {
        if (Files.exists(data.resolve(HALF))) {
            throw new CannotStart(
                    "A restore into " + data.path() + " was interrupted, so that there is no database yet.",
                    "Restore once more: make restore FROM=<backup> DATA=" + data.path() + ".");
        }
    }

    private void refuseUnlessFree() throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        boolean broken = Files.exists(data.resolve(HALF));
        List<String> found;
        try (Stream<Path> entries = Files.list(data)) {
            found = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !NO_DATA.contains(name))
                    .filter(name -> !(broken && (name.equals(HALF) || name.equals(Backup.PASSWORD))))
                    .sorted()
                    .toList();
        }
        if (found.isEmpty()) {
            return;
        }
        if (Files.exists(data.resolve("tandem.lock"))) {
            // A Tandem that runs there is the better reason to stop.
            DataDirectory.claim(data).close();
        }
        throw new CannotStart(
                "The data directory " + data + " is not empty: " + String.join(", ", found) + ".",
                "Restore into a new one, or move this one aside first. Nothing was changed.");
    }

    private int fill(DataDirectory target) throws IOException {
        Path half = target.resolve(HALF);
        // Within, where nobody else may look, until it is complete.
        Path password = half.resolve("password.restored");
        boolean done = false;
        FileSystemUtils.deleteRecursively(half);
        try {
            makePrivate(Files.createDirectories(half), "rwx------");
            int files = copyIntact(half, password);
            makeDirectories(half);
            makePrivate(password, "rw-------");
            Files.deleteIfExists(target.resolve("password"));
            Files.move(password, target.resolve("password"), StandardCopyOption.ATOMIC_MOVE);
            Files.move(half, target.resolve("postgres"), StandardCopyOption.ATOMIC_MOVE);
            done = true;
            return files;
        } finally {
            if (!done) {
                FileSystemUtils.deleteRecursively(half);
            }
        }
    }

    private int copyIntact(Path half, Path password) throws IOException {
        Manifest manifest = Manifest.read(from);
        for (String needed : NEEDED) {
            if (!manifest.holds(needed)) {
                throw damaged(Manifest.FILE, "does not list " + needed);
            }
        }
        String files = facts().getProperty("files", String.valueOf(manifest.size()));
        if (!files.equals(String.valueOf(manifest.size()))) {
            throw damaged(Manifest.FILE, "lists " + manifest.size() + " of " + files + " files");
        }
        for (String name : manifest.names()) {
            if (!Files.isRegularFile(from.resolve(name))) {
                throw damaged(name, "is missing");
            }
            if (!copiedIntact(manifest, name, half, password)) {
                throw damaged(name, "is not what it was when the backup was taken");
            }
        }
        return manifest.size();
    }

    private boolean copiedIntact(Manifest manifest, String name, Path half, Path password) throws IOException {
        if (name.startsWith(Backup.CLUSTER)) {
            return manifest.copyIntact(from, name, half.resolve(name.substring(Backup.CLUSTER.length())));
        }
        return name.equals(Backup.PASSWORD) ? manifest.copyIntact(from, name, password) : manifest.isIntact(from, name);
    }

    /** PostgreSQL wants the empty ones too. */
    private void makeDirectories(Path half) throws IOException {
        for (String directory : facts().getProperty("directories").split(",")) {
            Files.createDirectories(half.resolve(directory));
        }
    }

    /** PostgreSQL starts only in a directory that nobody else may enter. */
    private static void makePrivate(Path path, String rights) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    private Properties facts() throws IOException {
        Properties facts = new Properties();
        try (Reader reader = Files.newBufferedReader(from.resolve(Backup.FACTS))) {
            facts.load(reader);
        }
        return facts;
    }

    private CannotStart damaged(String name, String how) {
        return new CannotStart(
                "The backup in " + from + " is damaged: " + name + " " + how + ".",
                "Use another backup. Nothing was left in " + data + ".");
    }
}
