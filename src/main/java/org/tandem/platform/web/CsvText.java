package org.tandem.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables as CSV that spreadsheets open as they should: with a byte order mark, and with nothing they would run. */
public final class CsvText {

    /** A cell that begins like this would be taken for a formula, in the wide letters of East Asia too. */
    private static final String RUNS = "=+-@";

    /** A cell that begins like this would be taken apart. */
    private static final String PARTS = "\t\r\n";

    private CsvText() {}

    public static byte[] of(List<String> header, Iterable<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header.stream().map(CsvText::harmless).toList());
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvText::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        boolean runs = cell.codePoints()
                .dropWhile(CsvText::isInvisible)
                .limit(1)
                .mapToObj(first -> Normalizer.normalize(Character.toString(first), Normalizer.Form.NFKC))
                .anyMatch(first -> RUNS.contains(first));
        return runs || !cell.isEmpty() && PARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Spreadsheets skip it before they look whether a formula begins. */
    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
