package org.tandem.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.extern.slf4j.Slf4j;
import org.springframework.util.FileSystemUtils;
import org.tandem.platform.CannotStart;

/** Makes, starts and stops the PostgreSQL server on one cluster directory. */
@Slf4j
final class ServerProcess {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "300"),
            Map.entry("timezone", "UTC"),
            Map.entry("client_connection_check_interval", "1s"),
            // No row, no key, no statement and no parameter in its log: they hold what people wrote.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_min_duration_sample", "-1"),
            Map.entry("log_transaction_sample_rate", "0"),
            Map.entry("log_duration", "off"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    private final DataDirectory data;
    private final Path cluster;
    private final ServerBinaries binaries;
    private final Commands commands = Commands.forThisUser();
    private final Map<String, String> settings;

    /** @param settings beyond what Tandem sets itself */
    ServerProcess(DataDirectory data, ServerBinaries binaries, Map<String, String> settings) {
        this.data = data;
        this.cluster = data.resolve("postgres");
        this.binaries = binaries;
        this.settings = new LinkedHashMap<>(SETTINGS);
        this.settings.putAll(settings);
    }

    Path log() {
        return data.resolve("postgres.log");
    }

    /** Builds beside the target and renames, so that a kill in the middle leaves nothing half made. */
    void initialise(Path passwordFile) {
        Path half = data.resolve("postgres.new");
        try {
            FileSystemUtils.deleteRecursively(half);
            List<String> command = new ArrayList<>(List.of(binaries.program("initdb"), "-D", half.toString()));
            command.addAll(List.of("-U", EmbeddedServer.USER, "--pwfile", passwordFile.toString()));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            if ("off".equals(settings.get("fsync"))) {
                command.add("--no-sync");
            }
            Commands.Outcome outcome = commands.run(command);
            if (outcome.failed()) {
                throw trouble("could not be set up: " + outcome.said());
            }
            Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw trouble("could not be set up: " + DataDirectory.reason(failure));
        }
    }

    void launch(int port) {
        List<String> options = new ArrayList<>(List.of("-p", String.valueOf(port)));
        settings.forEach((name, value) -> options.add("-c " + name + "='" + value + "'"));
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "start", "-D", cluster.toString()));
        command.addAll(List.of("-w", "-t", "110", "-l", log().toString(), "-o", String.join(" ", options)));
        long written = log().toFile().length();
        Commands.Outcome outcome = commands.run(command);
        if (outcome.failed()) {
            throw trouble(
                    "did not start: " + lastWords(written).orElse(outcome.said().strip()));
        }
        LOG.info("Started the embedded PostgreSQL on port {}, data in {}", port, data.path());
    }

    void stop() {
        Commands.Outcome outcome = commands.run(
                List.of(binaries.program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60"));
        if (outcome.failed() && Postmaster.of(cluster).isPresent()) {
            LOG.warn("The embedded PostgreSQL did not stop: {}", outcome.said().strip());
        }
    }

    /** Whether the one that runs is the one we would start: these programs, with these settings. */
    boolean startedLikeThis() {
        try {
            String started = Files.readString(cluster.resolve("postmaster.opts"));
            return started.startsWith(binaries.program("postgres") + " ")
                    && settings.entrySet().stream()
                            .allMatch(setting ->
                                    started.contains("\"" + setting.getKey() + "=" + setting.getValue() + "\""));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The reason as the server itself wrote it since then; pg_ctl only says where to look. */
    private Optional<String> lastWords(long since) {
        try (InputStream written = Files.newInputStream(log())) {
            written.skipNBytes(since);
            List<String> lines = new String(written.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .reduce((earlier, later) -> later)
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", lines)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private CannotStart trouble(String how) {
        return new CannotStart(
                "The embedded PostgreSQL " + how,
                "Look into " + log() + "; your data in " + data.path() + " are untouched.");
    }
}
