package org.tandem.platform.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tandem.platform.Refused;

/** The first sheet of an Excel workbook, which {@link WorkbookCheck} has seen before it is opened. */
final class XlsxFile {

    static final int MOST_DIGITS = 50;
    private static final int LONGEST_SHEET_NAME = 31;

    private XlsxFile() {}

    static void read(byte[] content, SheetReader.Gathering gathering) {
        try {
            if (WorkbookCheck.isMerged(content)) {
                gathering.notice("merged");
            }
            read(new ByteArrayInputStream(content), gathering);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw SheetReader.refused("damaged");
        }
    }

    private static void read(InputStream content, SheetReader.Gathering gathering) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(content)) {
            if (book.getSheets().count() > 1) {
                String name = String.valueOf(book.getFirstSheet().getName());
                gathering.notice("firstSheet", name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)));
            }
            try (Stream<Row> rows = book.getFirstSheet().openStream()) {
                for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                    Row row = all.next();
                    gathering.line(row.getRowNum(), cells(row));
                }
            }
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
            cells.add(cell == null ? Sheet.Cell.of("") : cell(cell));
        }
        return cells;
    }

    private static Sheet.Cell cell(Cell cell) {
        String formula = cell.getFormula();
        String result = cell.getRawValue();
        return formula == null
                ? Sheet.Cell.of(text(cell))
                : new Sheet.Cell("=" + formula.strip(), true, result == null ? "" : result.strip());
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number) {
            if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
                throw SheetReader.refused("number", cell.getAddress(), MOST_DIGITS);
            }
            return number.stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }
}
