package org.tandem.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;
import org.tandem.platform.CannotStart;

/**
 * A {@code postmaster.pid} that is empty or holds no process number, as a full disk or a machine that went down leaves it.
 * PostgreSQL refuses to start on it. It is removed when no server can be at work on that directory, and only then: two would
 * destroy it.
 */
@Slf4j
final class UnreadablePid {

    private static final Path PROCESSES = Path.of("/proc");

    private UnreadablePid() {}

    static void remove(Path cluster) {
        Path file = cluster.resolve(Postmaster.FILE);
        if (!Files.exists(file) || Postmaster.of(cluster).isPresent()) {
            return;
        }
        // That it cannot be read for want of rights or file handles says nothing about who wrote it.
        requireReadable(file);
        String wrong = "The file " + file + " is empty or unreadable";
        try {
            if (!isNobodyAtWork(cluster)) {
                throw new CannotStart(
                        wrong + ", and a PostgreSQL server may be at work on that directory.",
                        "Make sure that none is, remove that file, and start again.");
            }
            Files.delete(file);
            LOG.warn("{}, and no server is at work there: removed", wrong);
        } catch (IOException failure) {
            throw new CannotStart(
                    wrong + " and cannot be removed: " + DataDirectory.reason(failure) + ".",
                    "Make sure that no PostgreSQL server is at work on that directory, remove the file, and start again.",
                    failure);
        }
    }

    private static void requireReadable(Path file) {
        try {
            Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The file " + file + " cannot be read: " + DataDirectory.reason(failure) + ".",
                    "Check its rights and how many files this process may open, and start again.",
                    failure);
        }
    }

    /** Certain only where all processes can be seen. PostgreSQL works inside its directory, under the owner's name. */
    private static boolean isNobodyAtWork(Path cluster) throws IOException {
        if (!Files.exists(PROCESSES.resolve("self/cwd"))) {
            return false;
        }
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            List<Path> servers = processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(UnreadablePid::mayBeServer)
                    .toList();
            for (Path server : servers) {
                if (mayWorkOn(server, cluster)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** When its name cannot be read, although it is there, it may be. */
    private static boolean mayBeServer(Path process) {
        String name = read(process.resolve("comm"));
        return name.startsWith("postgres") || name.isEmpty() && Files.exists(process);
    }

    private static boolean mayWorkOn(Path server, Path cluster) {
        try {
            return Files.getOwner(server).equals(Files.getOwner(cluster))
                    && Files.isSameFile(server.resolve("cwd"), cluster);
        } catch (IOException unseen) {
            // Ended meanwhile, or not for us to see.
            String stat = read(server.resolve("stat"));
            return !stat.isEmpty() && !stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
