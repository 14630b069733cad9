package org.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every part of the bench still runs, on very little; how long anything takes is not in question. In {@code make test} the
 * two parts that need the most of it.
 */
class BenchIT {

    private static final boolean FULL = Double.parseDouble(System.getProperty("tandem.scale", "0.05")) >= 1;

    @TempDir
    Path results;

    @Test
    void measuresEveryPart() throws Exception {
        Settings little = new Settings(0.001, List.of(), results, Path.of("docs", "performance.md"));
        String page = Files.readString(little.page());

        List<Part> parts = FULL
                ? Bench.PARTS
                : Bench.PARTS.stream()
                        .filter(part -> Set.of("completion", "http").contains(part.name()))
                        .toList();

        List<String> failed = Bench.run(little, parts);

        assertThat(failed).isEmpty();
        List<String> rows = Files.readAllLines(results.resolve("results.csv"));
        assertThat(parts)
                .allSatisfy(part -> assertThat(rows).anyMatch(row -> row.matches("\"?" + part.name() + ": .*")));
        assertThat(rows).filteredOn(row -> row.contains("errors")).allMatch(row -> row.contains(",0.0000,"));
        assertThat(Files.readString(little.page())).isEqualTo(page);
    }
}
