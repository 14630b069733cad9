package org.tandem.platform.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Download.Type;

/** The file to fill in: the columns, one example that is skipped, and in the workbook a list of all codes. */
final class ImportTemplate {

    private ImportTemplate() {}

    static List<String> header(SpreadsheetImport declared) {
        return declared.columns().stream().map(ImportColumn::code).toList();
    }

    static Download csv(SpreadsheetImport declared, SignedIn who) {
        List<List<String>> example = List.of(example(declared, who));
        return Download.of(Type.CSV, declared.place().key() + ".csv", CsvText.of(header(declared), example));
    }

    static Download xlsx(SpreadsheetImport declared, SignedIn who) {
        String name = declared.place().key();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tandem", "1.0")) {
            write(book, StringUtils.capitalize(name), List.of(header(declared), example(declared, who)));
            List<List<String>> codes = declared.codes(who);
            if (!codes.isEmpty()) {
                write(book, "Codes", codes).width(codes.get(0).size() - 1, 70);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Download.of(Type.XLSX, name + ".xlsx", bytes.toByteArray());
    }

    /** Begins with a # so that nobody imports it. */
    private static List<String> example(SpreadsheetImport declared, SignedIn who) {
        List<String> cells = new ArrayList<>(declared.columns().stream()
                .map(column -> column.exampleFor(who))
                .toList());
        cells.set(0, "#" + cells.get(0));
        return cells;
    }

    private static Worksheet write(Workbook book, String name, List<List<String>> lines) {
        Worksheet sheet = book.newWorksheet(name);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                sheet.value(row, column, lines.get(row).get(column));
                sheet.width(column, 20);
            }
        }
        sheet.range(0, 0, 0, lines.get(0).size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        return sheet;
    }
}
