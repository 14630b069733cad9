package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** The packaged Tandem as a process of its own, started from the extracted jar as <code>make run</code> does. */
public final class RunningApplication implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();

    /** Tests run in several processes at once: what one of them takes apart, and the ports it gives out, are its own. */
    private static final int FORK = Integer.getInteger("tandem.fork", 1);

    /** Below those that the system gives to connections. */
    private static final AtomicInteger PORTS = new AtomicInteger(
            10_000 + 4_000 * FORK + ThreadLocalRandom.current().nextInt(2_000));

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final int port;
    private final Path log;

    private RunningApplication(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * @param dataDirectory for the embedded database, and for the log of this process
     * @param port such as {@link #freePort()}
     * @param properties of the application; with <code>spring.datasource.url</code> there is no embedded database
     */
    public static RunningApplication start(Path dataDirectory, int port, Map<String, ?> properties) {
        return start(dataDirectory, port, properties, "-XX:SharedArchiveFile=" + Extracted.ARCHIVE);
    }

    /** @param classes option of Java on the archive of loaded classes: which one to use, or which one to write at the end */
    public static RunningApplication start(Path dataDirectory, int port, Map<String, ?> properties, String classes) {
        return start(Extracted.APPLICATION, dataDirectory, port, properties, classes);
    }

    /** Another build, which lies beside the one under test and shares its libraries. */
    static RunningApplication startOther(Path application, Path dataDirectory, Map<String, ?> properties) {
        return start(application, dataDirectory, freePort(), properties, "-Xshare:auto");
    }

    /** The jar under test, taken apart. */
    static Path application() {
        return Extracted.APPLICATION;
    }

    /** The classes under test with further directories on the class path, for a stage from outside. */
    public static RunningApplication startClass(
            Class<?> main, String classPath, Path dataDirectory, Map<String, ?> properties) {
        return start(List.of("-Xshare:auto", "-cp", classPath, main.getName()), dataDirectory, freePort(), properties);
    }

    private static RunningApplication start(
            Path application, Path dataDirectory, int port, Map<String, ?> properties, String classes) {
        return start(
                List.of(classes, "-Xlog:cds+dynamic=off", "-jar", application.toString()),
                dataDirectory,
                port,
                properties);
    }

    private static RunningApplication start(
            List<String> program, Path dataDirectory, int port, Map<String, ?> properties) {
        try {
            Files.createDirectories(dataDirectory);
            Path log = dataDirectory.resolve("application-" + port + "-" + System.nanoTime() + ".log");
            List<String> command = new ArrayList<>();
            command.add(PackagedJar.JAVA);
            // As make run. Without its size a cache of the quick compiler's code alone has 48 MB, which are full after
            // a day's work.
            command.addAll(List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=128m",
                    "-Xlog:cds=off"));
            command.addAll(program);
            command.add("--server.port=" + port);
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("tandem.data", dataDirectory.toAbsolutePath());
            all.put("tandem.server-programs", PROGRAMS);
            all.putAll(properties);
            all.forEach((name, value) -> command.add("--" + name + "=" + value));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningApplication(process, port, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Takes the jar apart, which otherwise the first start does. */
    public static Path extracted() {
        return Extracted.APPLICATION;
    }

    public static int freePort() {
        int port = PORTS.incrementAndGet();
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            return freePort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Until it answers that it is healthy; fails with its log if it ends or takes too long. */
    public RunningApplication awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + log());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not ready within " + PATIENCE + ":\n" + log());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return this;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Dies at once, without a chance to tidy up. */
    public void kill9() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to stop and waits until it has. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Waits until it ends by itself. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Still running after " + PATIENCE + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private boolean isHealthy() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address().resolve("/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The jar taken apart by its own tools, once in each process of a test run, with the archive that makes starts quick. */
    private static final class Extracted {

        static final Path HOME = Path.of("target", "app-under-test-" + FORK).toAbsolutePath();
        static final Path ARCHIVE = HOME.resolve("tandem.jsa");
        static final Path APPLICATION = extract();

        private static Path extract() {
            try {
                Path half = HOME.resolveSibling(HOME.getFileName() + ".new");
                FileSystemUtils.deleteRecursively(HOME);
                FileSystemUtils.deleteRecursively(half);
                PackagedJar.tools("extract", "--destination", half.toString());
                Files.move(half, HOME, StandardCopyOption.ATOMIC_MOVE);
                shareClasses();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return HOME.resolve("tandem.jar");
        }

        /** Starts once to learn which classes are loaded; every later start saves more than this costs. */
        private static void shareClasses() throws IOException {
            Path data = HOME.resolve("first-data");
            PackagedJar.java(
                    "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off",
                    "-XX:+UseSerialGC",
                    "-Dspring.context.exit=onRefresh",
                    "-jar",
                    HOME.resolve("tandem.jar").toString(),
                    "--tandem.data=" + data,
                    "--tandem.server-programs=" + PROGRAMS);
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
