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
    void replacesOnlyWhatStandsBetweenTheMarksOfThePart() throws IOException {
        Path page = directory.resolve("performance.md");
        String inbox = "<!-- bench inbox: begin -->\n%s<!-- bench inbox: end -->\n";
        String other = "<!-- bench start: begin -->\nold\n<!-- bench start: end -->\n";
        Files.writeString(page, "# Before\n" + inbox.formatted("old\n") + other + "after\n");

        Report.publish("inbox", "new\n", page);
        Report.publish("inbox", "newer\n", page);

        assertThat(page).hasContent("# Before\n" + inbox.formatted("newer\n") + other + "after\n");
    }

    @Test
    void refusesAPageWithoutMarks() throws IOException {
        Path page = Files.writeString(directory.resolve("page.md"), "# Nothing here\n");

        assertThatThrownBy(() -> Report.publish("inbox", "new", page)).hasMessageContaining("bench inbox: begin");
        assertThat(page).hasContent("# Nothing here\n");
    }

    @Test
    void thePageHasAPlaceForEveryPart() throws IOException {
        Path page = Files.copy(Path.of("docs", "performance.md"), directory.resolve("performance.md"));

        for (Part part : Bench.PARTS) {
            Report.publish(part.name(), "(figures)\n", page);
        }

        assertThat(Files.readString(page).split("[(]figures[)]")).hasSize(Bench.PARTS.size() + 1);
    }

    @Test
    void publishesWhatIsMeasuredAtFullScaleOnly() {
        assertThat(settings(1, List.of()).isFull()).isTrue();
        assertThat(settings(0.5, List.of()).isFull()).isFalse();
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
