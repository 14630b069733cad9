package org.tandem.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, lines -> {
            lines.accept(header);
            rows.forEach(lines);
        });
        return bytes.toByteArray();
    }

    /** @param table gives the lines one after the other, the header first */
    public static void write(OutputStream to, Consumer<Consumer<List<String>>> table) {
        try (Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(text.append('\uFEFF'), CSVFormat.RFC4180)) {
            table.accept(line -> print(printer, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, List<String> line) {
        try {
            printer.printRecord(line.stream().map(CsvText::harmless).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
