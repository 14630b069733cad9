package org.tandem.platform.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.CsvText;
import org.tandem.platform.web.Download;

/** A register as a file: every row that the address asks for, read in windows and written one after the other. */
final class RegisterFile {

    /** What a sheet can hold, without its header; what goes beyond stands on the next. */
    private static final int MOST_IN_SHEET = 1_000_000;

    private RegisterFile() {}

    static <R> Download csv(RegisterAddress<R> address, SignedIn who) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText.write(bytes, lines -> {
            lines.accept(headings(address.register()));
            each(address, who, lines);
        });
        return Download.of(Download.Type.CSV, address.register().fileName + ".csv", bytes.toByteArray());
    }

    static <R> Download xlsx(RegisterAddress<R> address, SignedIn who) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tandem", "1.0")) {
            Sheets sheets = new Sheets(book, headings(address.register()));
            each(address, who, sheets::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Download.of(Download.Type.XLSX, address.register().fileName + ".xlsx", bytes.toByteArray());
    }

    private static List<String> headings(Register<?> register) {
        return register.fields.stream().map(Datum::heading).toList();
    }

    private static <R> void each(RegisterAddress<R> address, SignedIn who, Consumer<List<String>> to) {
        Register<R> register = address.register();
        register.rows.each(
                address.conditions(who),
                address.sort(LocaleContextHolder.getLocale()),
                row -> to.accept(
                        register.fields.stream().map(field -> field.text(row)).toList()));
    }

    /** Sheets of a workbook, one begun when the one before is full; each row leaves the memory when it is written. */
    private static final class Sheets {

        private static final int ROWS_KEPT = 500;

        private final Workbook book;
        private final List<String> headings;
        private Worksheet sheet;
        private int number = 1;
        private int line;

        Sheets(Workbook book, List<String> headings) {
            this.book = book;
            this.headings = headings;
            this.sheet = begin();
        }

        private Worksheet begin() {
            Worksheet next = book.newWorksheet(String.valueOf(number++));
            next.freezePane(0, 1);
            line = 0;
            write(next, headings);
            next.range(0, 0, 0, headings.size() - 1).style().bold().set();
            return next;
        }

        void add(List<String> cells) {
            try {
                if (line > MOST_IN_SHEET) {
                    sheet.finish();
                    sheet = begin();
                }
                write(sheet, cells);
                if (line % ROWS_KEPT == 0) {
                    sheet.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(Worksheet to, List<String> cells) {
            for (int i = 0; i < cells.size(); i++) {
                to.value(line, i, cells.get(i));
            }
            line++;
        }
    }
}
