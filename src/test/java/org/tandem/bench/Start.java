package org.tandem.bench;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.tandem.RunningApplication;

/** From the command to the first answer, as {@code make run} starts the packaged application. */
final class Start implements Part {

    private static final Path HOME = Path.of("target", "bench-start").toAbsolutePath();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        rows.progress("starting " + RunningApplication.extracted());
        Path classes = HOME.resolve("classes.jsa");
        try {
            Samples first = new Samples();
            timed(first, "-XX:ArchiveClassesAtExit=" + classes);
            rows.add("start: first, data directory empty", "to ready", first.medianMillis() / 1000, "s");
            Samples later = new Samples();
            for (int start = 0; start < settings.scaled(5, 1); start++) {
                Memory memory = timed(later, "-XX:SharedArchiveFile=" + classes);
                rows.progress("later start: %s".formatted(memory));
            }
            rows.add(
                    "start: later", "to ready", later.medianMillis() / 1000, null, "s, median", later.spread() + " ms");
        } finally {
            FileSystemUtils.deleteRecursively(HOME);
        }
    }

    /** The server's programs are unpacked beside the data, as on a machine that has never seen Tandem. */
    private static Memory timed(Samples samples, String classes) {
        long begin = System.nanoTime();
        Map<String, ?> properties = Map.of("tandem.server-programs", HOME.resolve("programs"));
        try (RunningApplication application =
                RunningApplication.start(HOME.resolve("data"), RunningApplication.freePort(), properties, classes)) {
            application.awaitReady();
            samples.add(System.nanoTime() - begin);
            return Memory.of(application);
        }
    }
}
