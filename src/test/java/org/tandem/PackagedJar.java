package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar that the build packaged, and the Java that runs it. */
final class PackagedJar {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private PackagedJar() {}

    /** Runs one of the tools inside the jar and returns what it said. */
    static String tools(String... arguments) {
        List<String> command = new ArrayList<>(List.of("-Djarmode=tools", "-jar", path()));
        command.addAll(List.of(arguments));
        return java(command.toArray(String[]::new));
    }

    /** Runs Java to its end and returns what it said; it must end well. */
    static String java(String... arguments) {
        Ended ended = run(arguments);
        if (ended.status() != 0) {
            throw new IllegalStateException(ended.said());
        }
        return ended.said();
    }

    /** How a program ended, and what it said. */
    record Ended(int status, String said) {}

    static Ended run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String path() {
        String jar = System.getProperty("tandem.jar");
        if (jar == null || !Files.isRegularFile(Path.of(jar))) {
            throw new IllegalStateException("There is no packaged Tandem; run this test with `mvn verify`.");
        }
        return jar;
    }
}
