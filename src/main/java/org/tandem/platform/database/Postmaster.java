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
     * When in doubt, yes: two servers on one directory would destroy it.
     */
    boolean livesOn(Path cluster) {
        ProcessHandle process =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
        if (process == null || hasEnded()) {
            return false;
        }
        // PostgreSQL works inside its directory, which is recognised even if it was moved since.
        Path workingDirectory = Path.of("/proc", String.valueOf(pid), "cwd");
        try {
            if (Files.exists(workingDirectory)) {
                return Files.isSameFile(workingDirectory, cluster);
            }
        } catch (IOException notForUs) {
            return true;
        }
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(true);
    }

    /** Dead, but not yet buried by the process that should have noticed. */
    private boolean hasEnded() {
        try {
            String state = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return state.startsWith("Z", state.lastIndexOf(')') + 2);
        } catch (IOException notOnThisSystem) {
            return false;
        }
    }
}
