package org.tandem.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What it was measured on, and when: figures without it say nothing. */
final class Machine {

    private static final long GIGA = 1L << 30;

    private Machine() {}

    static String describe(String database) {
        Runtime java = Runtime.getRuntime();
        return """
                - Date: %s, commit %s
                - Machine: %d cores, %d GB, %s %s (%s)
                - Java %s (%s), %s""".formatted(
                        OffsetDateTime.now(Clock.systemUTC())
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")),
                        commit(),
                        java.availableProcessors(),
                        Math.round((double) memory() / GIGA),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        database);
    }

    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    /** Says so when what was measured is not what the commit holds. */
    private static String commit() {
        String commit = said("git", "rev-parse", "--short", "HEAD");
        if (commit.isBlank()) {
            return "unknown";
        }
        return said("git", "status", "--porcelain", "--untracked-files=no", "src", "processes", "forms", "pom.xml")
                        .isBlank()
                ? commit
                : commit + " with changes";
    }

    private static String said(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException notThere) {
            return "";
        }
    }
}
