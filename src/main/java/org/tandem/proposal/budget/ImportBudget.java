package org.tandem.proposal.budget;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;
import org.tandem.platform.UseCase;
import org.tandem.platform.spreadsheet.Sheet;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.Translator;

/** Takes rows of a spreadsheet in: says what does not fit and what would change, and puts them in the place of those there. */
@UseCase
@RequiredArgsConstructor
class ImportBudget {

    /** Pasted, in characters; more fits into a file. */
    private static final int LONGEST = 400_000;

    private final WriteBudget write;
    private final BudgetCategories categories;
    private final Translator translator;

    /** @param before null for nothing; so is after */
    record Change(
            BudgetPlace place,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * @param changes what would change, in the order of the budget; some of it only when there are no problems
     * @param after the sums as they would be
     */
    record Looked(ReadRows.Result rows, List<Change> changes, BudgetSums after) {}

    /** @throws Refused when no rows can be made out */
    Looked look(ReadBudget.Seen seen, String text, Locale locale) {
        if (text.isBlank()) {
            throw BudgetRefused.whole("rows", "noRows");
        }
        if (TextRules.length(text) > LONGEST) {
            throw BudgetRefused.whole("rows", "tooLong", TextRules.length(text), LONGEST);
        }
        return look(seen, SheetReader.read(text.getBytes(StandardCharsets.UTF_8)), locale);
    }

    Looked look(ReadBudget.Seen seen, Sheet sheet, Locale locale) {
        ReadRows.Result rows = new ReadRows(seen.organisations(), categories, translator, locale)
                .read(sheet, seen.budget(), seen.rules().rateToUse());
        Map<BudgetPlace, @Nullable String> changes = WriteBudget.changes(seen.budget(), rows.rows());
        return new Looked(
                rows,
                changes.entrySet().stream()
                        .map(change ->
                                new Change(change.getKey(), seen.budget().at(change.getKey()), change.getValue()))
                        .toList(),
                new BudgetSums(seen.budget().with(changes), seen.rules().rateToUse()));
    }

    Budget replace(WriteBudget.Order order, Looked looked) {
        return write.replace(order, looked.rows().rows());
    }

    /** A file as it would have been pasted, each row where it stands in the file. */
    static String text(byte[] file) throws IOException {
        Sheet sheet = SheetReader.read(file);
        StringBuilder text = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter('\t')
                        .setRecordSeparator('\n')
                        .get())) {
            rows.printRecord(sheet.header());
            int row = 2;
            for (Sheet.Line line : sheet.lines()) {
                text.append(String.join("", Collections.nCopies(Math.max(0, line.number() - row), "\n")));
                rows.printRecord(line.cells().stream()
                        .map(cell -> cell.formula() && !cell.result().isEmpty() ? cell.result() : cell.text())
                        .toList());
                row = line.number() + 1;
            }
        }
        return text.toString();
    }
}
