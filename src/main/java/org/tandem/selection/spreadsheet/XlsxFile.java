package org.tandem.selection.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tandem.platform.Refused;

/** The first sheet of an Excel workbook. What it says it holds is counted before it is opened. */
final class XlsxFile {

    private static final long MOST_BYTES = 60L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    /** No spreadsheet has columns beyond XFD; room for them would be made before anybody could refuse. */
    private static final Pattern BEYOND_THE_LAST_COLUMN =
            Pattern.compile("\\br=\"(?:[A-Z]{4,}|X[G-Z][A-Z]|XF[E-Z]|[YZ][A-Z]{2})\\d");

    private static final Pattern MERGED = Pattern.compile("<(?:\\w+:)?mergeCell\\s");

    private XlsxFile() {}

    static void read(byte[] content, SheetReader.Gathering gathering) {
        if (lookInside(content)) {
            gathering.notice("merged");
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content))) {
            if (book.getSheets().count() > 1) {
                gathering.notice("firstSheet", book.getFirstSheet().getName());
            }
            try (Stream<Row> rows = book.getFirstSheet().openStream()) {
                for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                    Row row = all.next();
                    gathering.line(row.getRowNum(), cells(row));
                }
            }
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw SheetReader.refused("damaged");
        }
    }

    private static List<Sheet.Cell> cells(Row row) {
        if (row.getCellCount() > SheetReader.MOST_COLUMNS
                && row.stream()
                        .filter(cell -> cell != null && cell.getColumnIndex() >= SheetReader.MOST_COLUMNS)
                        .anyMatch(cell -> cell.getType() != CellType.EMPTY)) {
            throw SheetReader.refused("tooManyColumns", SheetReader.MOST_COLUMNS);
        }
        List<Sheet.Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), SheetReader.MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? Sheet.Cell.of("", false) : Sheet.Cell.of(text(cell), cell.getFormula() != null));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getFormula() != null) {
            return "=" + cell.getFormula();
        }
        if (cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /**
     * Unpacks without keeping: too much of it, and it is refused before it is read.
     *
     * @return whether cells are merged
     */
    private static boolean lookInside(byte[] content) {
        long bytes = 0;
        boolean merged = false;
        Set<String> names = new HashSet<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                    throw SheetReader.refused("damaged");
                }
                byte[] unpacked = unpack(zip.getInputStream(entry), MOST_BYTES - bytes);
                bytes += unpacked.length;
                if (entry.getName().startsWith("xl/worksheets/")) {
                    String sheet = new String(unpacked, StandardCharsets.ISO_8859_1);
                    if (BEYOND_THE_LAST_COLUMN.matcher(sheet).find()) {
                        throw SheetReader.refused("damaged");
                    }
                    merged |= MERGED.matcher(sheet).find();
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw SheetReader.refused("damaged");
        }
        if (names.stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw SheetReader.refused("otherZip");
        }
        return merged;
    }

    private static byte[] unpack(InputStream zip, long most) throws IOException {
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        byte[] part = new byte[16 * 1024];
        for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
            unpacked.write(part, 0, read);
            if (unpacked.size() > most) {
                throw SheetReader.refused("bomb");
            }
        }
        return unpacked.toByteArray();
    }
}
