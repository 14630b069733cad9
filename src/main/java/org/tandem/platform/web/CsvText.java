package org.tandem.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables as CSV that spreadsheets open as they should: with a byte order mark, and with nothing they would run. */
public final class CsvText {

    /** A cell that begins like this would be taken for a formula. */
    private static final String RUNS = "=+-@\t\r";

    private CsvText() {}

    public static byte[] of(List<String> header, Iterable<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvText::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && RUNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
