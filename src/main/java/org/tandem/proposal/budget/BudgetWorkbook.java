package org.tandem.proposal.budget;

import static org.tandem.proposal.budget.BudgetPlace.INDIRECT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Organisation;

/**
 * A budget as a workbook. The first sheet has a row for organisation, category and year, and is what can be taken in again; the
 * second has the sums. Whatever is computed is a formula, and comes to the cent to what we compute.
 */
final class BudgetWorkbook {

    /** With more rows than can be taken in again, empty ones are left out. */
    private static final int MOST_ROWS = 1_400;

    private static final String MONEY = "#,##0.00";
    private static final String ROWS = "Budget";

    private final Budget budget;
    private final BudgetSums sums;
    private final Map<String, Organisation> organisations;
    private final int years;
    private final BudgetCategories categories;
    private final Translator translator;
    private final Locale locale;
    private final List<BudgetPlace> lines = new ArrayList<>();

    BudgetWorkbook(
            Budget budget,
            BudgetSums sums,
            Map<String, Organisation> organisations,
            int years,
            BudgetCategories categories,
            Translator translator,
            Locale locale) {
        this.budget = budget;
        this.sums = sums;
        this.organisations = organisations;
        this.years = years;
        this.categories = categories;
        this.translator = translator;
        this.locale = locale;
        boolean all = organisations.size() * INDIRECT * years <= MOST_ROWS;
        for (String organisation : organisations.keySet()) {
            for (int category = 1; category <= INDIRECT; category++) {
                for (int year = 1; year <= years; year++) {
                    boolean described =
                            year == 1 && !description(organisation, category).isEmpty();
                    if (all
                            || described
                            || sums.of(organisation, category, year, null).signum() > 0) {
                        lines.add(new BudgetPlace(organisation, category, year, BudgetField.OWN));
                    }
                }
            }
        }
    }

    /** @param version what the budget belongs to, printed at the foot */
    byte[] bytes(String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Tandem", "1.0")) {
            rows(book.newWorksheet(ROWS), version);
            sums(book.newWorksheet(say("proposal.budget.sheet.sums")), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void rows(Worksheet sheet, String version) {
        for (BudgetColumn column : BudgetColumn.values()) {
            sheet.value(0, column.ordinal(), say(column.heading()));
        }
        sheet.value(0, 7, say("proposal.budget.column.total"));
        int row = 1;
        for (BudgetPlace line : lines) {
            sheet.value(row, 0, name(line.organisation()));
            sheet.value(row, 1, categories.name(line.category(), locale));
            sheet.value(row, 2, line.year());
            if (line.year() == 1) {
                sheet.value(row, 3, description(line.organisation(), line.category()));
            }
            for (BudgetField source : BudgetField.SOURCES) {
                int column = BudgetColumn.valueOf(source.name()).ordinal();
                if (line.category() == INDIRECT && source == BudgetField.REQUESTED) {
                    sheet.formula(row, column, indirect(line));
                } else {
                    sheet.value(row, column, sums.of(line.organisation(), line.category(), line.year(), source));
                }
            }
            sheet.formula(row, 7, "SUM(E" + (row + 1) + ":G" + (row + 1) + ")");
            row++;
        }
        finish(sheet, row, 7, 4, version);
        sheet.width(1, 44);
        sheet.width(3, 50);
    }

    /** In whole cents, so that no spreadsheet rounds a half the other way. */
    private String indirect(BudgetPlace line) {
        BigDecimal rate = budget.of(line.organisation(), BudgetField.RATE);
        BigDecimal direct = sums.of(line.organisation(), BudgetSums.DIRECT, line.year(), BudgetField.REQUESTED);
        BigDecimal used = rate == null ? BigDecimal.ZERO : rate;
        BigDecimal rounded = BudgetSums.indirect(direct, used);
        BigDecimal lastCent = sums.of(line.organisation(), INDIRECT, line.year(), BudgetField.REQUESTED)
                .subtract(rounded);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            BudgetPlace other = lines.get(i);
            if (other.organisation().equals(line.organisation())
                    && other.year() == line.year()
                    && other.category() < INDIRECT) {
                cells.add("E" + (i + 2));
            }
        }
        return "ROUND(ROUND((" + (cells.isEmpty() ? "0" : String.join("+", cells)) + ")*100,0)*"
                + used.movePointRight(2).setScale(0).toPlainString() + "/10000,0)/100"
                + (lastCent.signum() == 0 ? "" : (lastCent.signum() > 0 ? "+" : "") + lastCent.toPlainString());
    }

    private void sums(Worksheet sheet, String version) {
        sheet.value(0, 0, say("proposal.budget.column.ORGANISATION"));
        int row = 1;
        for (String organisation : organisations.keySet()) {
            sheet.value(row, 0, name(organisation));
            row++;
        }
        int last = row;
        line(sheet, row++, 1, last, null);
        row++;
        sheet.value(row, 0, say("proposal.budget.column.CATEGORY"));
        headings(sheet, row++);
        int first = row;
        for (int category = 1; category <= INDIRECT; category++) {
            sheet.value(row, 0, categories.name(category, locale));
            line(sheet, row++, 0, 0, "B");
        }
        line(sheet, row++, first, first + INDIRECT, null);
        headings(sheet, 0);
        for (int i = 1; i < last; i++) {
            line(sheet, i, 0, 0, "A");
        }
        finish(sheet, row, years + 5, 1, version);
        sheet.width(0, 44);
    }

    private void headings(Worksheet sheet, int row) {
        for (int year = 1; year <= years; year++) {
            sheet.value(row, year, say("proposal.budget.year", year));
        }
        for (BudgetField source : BudgetField.SOURCES) {
            sheet.value(row, years + 1 + source.ordinal(), say("proposal.budget.column." + source));
        }
        sheet.value(row, years + 4, say("proposal.budget.column.total"));
        sheet.range(row, 0, row, years + 4).style().bold().set();
    }

    /** @param by column of the rows that the first cell is looked for in; null for the sum of the lines from first to last */
    private void line(Worksheet sheet, int row, int first, int last, @org.jspecify.annotations.Nullable String by) {
        if (by == null) {
            sheet.value(row, 0, say("proposal.budget.column.total"));
            sheet.range(row, 0, row, years + 4).style().bold().set();
        }
        for (int column = 1; column <= years + 4; column++) {
            String letter = letter(column);
            String what = column > years && column < years + 4 ? "" + (char) ('E' + column - years - 1) : "H";
            String ofYear = column <= years ? "*(" + range("C") + "=" + column + ")" : "";
            sheet.formula(
                    row,
                    column,
                    by == null
                            ? "SUM(" + letter + (first + 1) + ":" + letter + last + ")"
                            : "SUMPRODUCT((" + range(by) + "=$A" + (row + 1) + ")" + ofYear + "*" + range(what) + ")");
        }
    }

    private String name(String organisation) {
        return organisations.get(organisation).shortName();
    }

    private String range(String column) {
        return ROWS + "!$" + column + "$2:$" + column + "$" + (lines.size() + 1);
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private static void finish(Worksheet sheet, int rows, int columns, int firstAmount, String version) {
        for (int column = 0; column <= columns; column++) {
            sheet.width(column, column < firstAmount ? 14 : 16);
        }
        if (rows > 1) {
            sheet.range(1, firstAmount, rows - 1, columns).style().format(MONEY).set();
        }
        sheet.range(0, 0, 0, columns).style().bold().set();
        sheet.freezePane(0, 1);
        sheet.fitToWidth((short) 1);
        sheet.pageOrientation("landscape");
        sheet.footer(version.replace("&", "&&"), org.dhatim.fastexcel.Position.LEFT);
    }

    private String say(String key, Object... args) {
        return translator.say(Message.of(key, args), locale);
    }

    private String description(String organisation, int category) {
        String text = budget.at(new BudgetPlace(organisation, category, 0, BudgetField.DESCRIPTION));
        return text == null ? "" : text;
    }
}
