package org.tandem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The rows as a file for machines and as a table for people. */
final class Report {

    private static final String BEGIN = "<!-- bench %s: begin -->";
    private static final String END = "<!-- bench %s: end -->";

    private static final String HEAD =
            "| Benchmark | Size | Ours | Theirs | Ratio | Unit | Spread |\n|---|---|--:|--:|--:|---|---|\n";

    private Report() {}

    static void csv(List<Row> rows, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (CSVPrinter printer = new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader("benchmark", "size", "ours", "theirs", "ratio", "unit", "spread")
                        .get())) {
            for (Row row : rows) {
                printer.printRecord(
                        row.benchmark(),
                        row.size(),
                        plain(row.ours()),
                        plain(row.theirs()),
                        plain(row.ratio()),
                        row.unit(),
                        row.spread());
            }
        }
    }

    static String table(List<Row> rows) {
        return rows.stream().map(Report::line).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    static String line(Row row) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        row.benchmark(),
                        row.size(),
                        shown(row.ours()),
                        shown(row.theirs()),
                        row.ratio() == null ? "" : shown(row.ratio()) + "×",
                        row.unit(),
                        row.spread());
    }

    /** Puts the text between the two marks of the part; what stands around them stays. */
    static void publish(String part, String text, Path page) throws IOException {
        String whole = Files.readString(page);
        String first = BEGIN.formatted(part);
        int begin = whole.indexOf(first);
        int end = whole.indexOf(END.formatted(part));
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(
                    page + " has no place for the table: it needs " + first + " and " + END.formatted(part));
        }
        Files.writeString(page, whole.substring(0, begin + first.length()) + "\n" + text + whole.substring(end));
    }

    private static String plain(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** Three digits that count. */
    private static String shown(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        double size = Math.abs(value);
        String format = size >= 100 || size == 0 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
