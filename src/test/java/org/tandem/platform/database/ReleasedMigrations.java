package org.tandem.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tandem.TestDatabases;

/** The migrations databases out there have been through: they never change, whatever comes after them. */
public final class ReleasedMigrations {

    static final Path ALL = Path.of("src/main/resources/db/migration");

    private static final String RELEASED = """
            52b9af55b8ee7bfa cases/V2026112123000__create_cases.sql
            52f7a4fbff423936 cases/V2026112123360102__notices_for_worldwide_mandates.sql
            1b414c7b066d6df2 cases/V2026112202050101__cases_of_several_kinds.sql
            172f5cb788fcc067 countries/V20261121230002__countries_and_regions.sql
            b6cf3374af746704 dashboard/V2026112202430101__nudges.sql
            47d7f97f7fbb16c4 divergence/V2026112202100201__create_divergences.sql
            dcebca29c36c4427 frameworks/V20261121230003__frameworks_and_registers.sql
            5a4d853f0f10a68c frameworks/V20261121234001__open_points.sql
            59a90543fa257c5d funds/V20261121230004__funds_and_markers.sql
            64abf67cb682f9da funds/V20261121232001__rules_of_funds.sql
            1398ac8ef9bc8991 funds/V20261121235901__payloads_in_order.sql
            0db8430f75a09f51 models/V20261122053101__model_migration.sql
            7ece9f2717048747 people/V20261121225501__persons_and_mandates.sql
            e8323743f2fb562e people/V20261121225502__sign_in.sql
            d60b6e42b714286e people/V2026113009100101__guesses_and_browsers.sql
            ad3b1bfccf959fc5 platform/V2026112123000001__sessions.sql
            5350ff5c9be9f51b platform/V20261121230001__reference_load.sql
            092466f58167bbbd platform/V2026112205300201__last_runs.sql
            1246f5d6fb69a795 search/V20261122020601__search_documents.sql
            24390fb61f93a320 selection/V2026112123020__create_nominations.sql
            b742981970ac7c4f selection/V20261121235010__nomination_drafts.sql
            cc89657d801251c0 selection/V20261121235011__nomination_imports.sql
            e9ffde228a722fdb support/V2026112202160101__create_support_requests.sql
            33dc9f5b57c60979 tasks/V2026112123010__create_tasks.sql
            3a2da992dd3dcf1e tasks/V2026112123360101__offers_carry_the_inbox.sql
            eba3f0c8d2562461 tasks/V2026112200350101__filters_from_the_index.sql
            777ce1e1c32580c1 tasks/V2026112205300101__todos.sql
            bf666c9b3a9207f2 tasks/V20261122053001__moved_tasks.sql
            2c2b7096dae9e258 vetting/V2026112123030__create_vettings.sql
            a142116b80d673c8 vetting/V2026112206580101__votes_by_case.sql
            """;

    private ReleasedMigrations() {}

    /** Name in the folder of migrations to the beginning of its SHA-256. */
    static Map<String, String> checksums() {
        return RELEASED.lines()
                .map(String::strip)
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    }

    /** Of the files there are now. */
    static Map<String, String> checksumsNow() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(ALL.relativize(file).toString(), sha256(file).substring(0, 16));
            }
        }
        return found;
    }

    /** @return a database as the release left it */
    public static DataSource old() {
        try {
            Path folder = Files.createTempDirectory("released");
            for (String name : checksums().keySet()) {
                Path copy = folder.resolve(name);
                Files.createDirectories(copy.getParent());
                Files.copy(ALL.resolve(name), copy);
            }
            return migrate(empty(), folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @return the same database with all migrations there are */
    public static DataSource upgrade(DataSource database) {
        return migrate(database, ALL);
    }

    static DataSource empty() {
        String name = TestDatabases.create();
        EmbeddedServer server = TestDatabases.server();
        return new DriverManagerDataSource(server.url(name), server.user(), server.pass());
    }

    private static DataSource migrate(DataSource database, Path folder) {
        Flyway.configure()
                .dataSource(database)
                .schemas("tandem", "engine")
                .defaultSchema("tandem")
                .outOfOrder(true)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        return database;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readString(file).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
