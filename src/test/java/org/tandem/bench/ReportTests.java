package org.tandem.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does the bench write down what it measured? */
class ReportTests {

    private static final List<Row> ROWS = List.of(
            new Row("inbox: page", "1,000,000 tasks", 4.25, 127.5, "ms, median", "4.00–4.51, n 50"),
            new Row("http: errors", "200 users", 0, null, "requests", ""),
            new Row("http: throughput", "200 users", 31.4159, null, "requests per second", ""));

    @TempDir
    Path directory;

    @Test
    void keepsTheRawRowsWithTheRatio() throws IOException {
        Path file = directory.resolve("bench/results.csv");

        Report.csv(ROWS, file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "benchmark,size,ours,theirs,ratio,unit,spread",
                        "inbox: page,\"1,000,000 tasks\",4.2500,127.5000,0.0333,\"ms, median\",\"4.00–4.51, n 50\"",
                        "http: errors,200 users,0.0000,,,requests,",
                        "http: throughput,200 users,31.4159,,,requests per second,");
    }

    @Test
    void showsATableWithTheDigitsThatCount() {
        assertThat(Report.table(ROWS).lines())
                .containsExactly(
                        "| Benchmark | Size | Ours | Theirs | Ratio | Unit | Spread |",
                        "|---|---|--:|--:|--:|---|---|",
                        "| inbox: page | 1,000,000 tasks | 4.25 | 128 | 0.03× | ms, median | 4.00–4.51, n 50 |",
                        "| http: errors | 200 users | 0 |  |  | requests |  |",
                        "| http: throughput | 200 users | 31.4 |  |  | requests per second |  |");
    }

    @Test
    void replacesOnlyWhatStandsBetweenTheMarks() throws IOException {
        Path page = directory.resolve("performance.md");
        Files.writeString(page, "# Before\n" + Report.BEGIN + "\nold\n" + Report.END + "\nafter\n");

        Report.publish("new\n", page);
        Report.publish("newer\n", page);

        assertThat(page).hasContent("# Before\n" + Report.BEGIN + "\nnewer\n" + Report.END + "\nafter\n");
    }

    @Test
    void refusesAPageWithoutMarks() throws IOException {
        Path page = Files.writeString(directory.resolve("page.md"), "# Nothing here\n");

        assertThatThrownBy(() -> Report.publish("new", page)).hasMessageContaining(Report.BEGIN);
        assertThat(page).hasContent("# Nothing here\n");
    }

    @Test
    void publishesAWholeRunAtFullScaleOnly() {
        assertThat(settings(1, List.of()).isWhole()).isTrue();
        assertThat(settings(0.5, List.of()).isWhole()).isFalse();
        assertThat(settings(1, List.of("inbox")).isWhole()).isFalse();
    }

    @Test
    void refusesAPartNobodyKnows() {
        assertThatThrownBy(() -> Bench.run(settings(1, List.of("outbox")), Bench.PARTS))
                .hasMessageContaining("outbox")
                .hasMessageContaining("completion");
    }

    private Settings settings(double scale, List<String> parts) {
        return new Settings(scale, parts, directory, directory.resolve("performance.md"));
    }
}
