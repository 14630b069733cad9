package org.tandem.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What <code>postmaster.pid</code> says about the server that runs, or ran, on a cluster directory. */
record Postmaster(long pid, int port, boolean ready) {

    static final String FILE = "postmaster.pid";

    static Optional<Postmaster> of(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(FILE));
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), port, ready));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process still is a PostgreSQL on this directory; after a reboot another program may bear its number.
     * Where the system hides other processes' arguments, its program is all we can go by.
     */
    boolean livesOn(Path cluster) {
        ProcessHandle.Info info = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .orElse(null);
        if (info == null
                || !info.command().map(program -> program.contains("postgres")).orElse(true)) {
            return false;
        }
        return info.arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(true);
    }
}
