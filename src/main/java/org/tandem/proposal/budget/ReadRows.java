package org.tandem.proposal.budget;

import static org.tandem.proposal.budget.BudgetPlace.INDIRECT;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;
import org.tandem.platform.reference.Folding;
import org.tandem.platform.spreadsheet.Sheet;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Organisation;

/** Reads a budget from the rows of a spreadsheet, pasted or sent as a file, and names what does not fit by row and column. */
final class ReadRows {

    private static final Pattern CATEGORY = Pattern.compile("([1-8])(?![0-9]).*", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("(?!\\s*[-\u2212])\\D*(10|[1-9])");
    private static final Pattern NOTHING = Pattern.compile("[-\u2013\u2014]?");
    private static final Pattern NOISY = Pattern.compile("[0-9]{1,15}\\.[0-9]{11,20}(?:E[-+]?[0-9]{1,2})?");
    /** Spreadsheets keep no more digits of a number; what stands behind them is their noise. */
    private static final MathContext DIGITS = new MathContext(15);

    /** Of a year whose total is fixed. */
    private static final BigDecimal LAST_CENT = new BigDecimal("0.01");

    private final Map<String, Organisation> organisations;
    private final BudgetCategories categories;
    private final Translator translator;
    private final Locale locale;

    private final SortedMap<BudgetPlace, String> rows = new TreeMap<>();
    private final Map<BudgetPlace, Typed> indirect = new TreeMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Message> notices = new ArrayList<>();

    /** Something that does not fit, by the number of its row and the heading of its column. */
    record Problem(int row, BudgetColumn column, Message words) {}

    private record Typed(int row, BigDecimal amount) {}

    /** @param rows amounts and texts of all rows that fit */
    record Result(SortedMap<BudgetPlace, String> rows, List<Problem> problems, List<Message> notices) {}

    ReadRows(
            Map<String, Organisation> organisations,
            BudgetCategories categories,
            Translator translator,
            Locale locale) {
        this.organisations = organisations;
        this.categories = categories;
        this.translator = translator;
        this.locale = locale;
    }

    /**
     * @param budget whose rates and fixed totals stay, for what is computed
     * @throws Refused when no rows can be made out
     */
    Result read(Sheet sheet, Budget budget, BigDecimal usualRate) {
        notices.addAll(sheet.notices());
        List<@Nullable BudgetColumn> columns = columns(sheet.header());
        if (columns.stream().noneMatch(column -> column != null)) {
            columns = List.of(BudgetColumn.values());
            line(
                    1,
                    sheet.header().stream()
                            .map(text -> new Sheet.Cell(text, false, ""))
                            .toList(),
                    columns);
            notices.add(Message.of("proposal.budget.notice.noHeadings"));
        }
        for (Sheet.Line line : sheet.lines()) {
            line(line.number(), line.cells(), columns);
        }
        compareIndirect(budget, usualRate);
        return new Result(rows, problems, notices);
    }

    private List<@Nullable BudgetColumn> columns(List<String> header) {
        List<@Nullable BudgetColumn> columns = new ArrayList<>();
        header.forEach(text -> columns.add(BudgetColumn.named(text, translator).orElse(null)));
        List<String> missing = Stream.of(BudgetColumn.ORGANISATION, BudgetColumn.CATEGORY, BudgetColumn.YEAR)
                .filter(column -> !columns.contains(column))
                .map(column -> translator.say(column.heading()))
                .toList();
        if (columns.stream().anyMatch(column -> column != null) && !missing.isEmpty()) {
            throw BudgetRefused.whole("rows", "missingColumns", String.join(", ", missing));
        }
        for (BudgetColumn column : BudgetColumn.values()) {
            if (columns.stream().filter(other -> column == other).count() > 1) {
                throw BudgetRefused.whole("rows", "columnTwice", translator.say(column.heading()));
            }
        }
        return columns;
    }

    private void line(int number, List<Sheet.Cell> cells, List<@Nullable BudgetColumn> columns) {
        Map<BudgetColumn, Sheet.Cell> row = new EnumMap<>(BudgetColumn.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            BudgetColumn column = columns.get(i);
            if (column != null && !cells.get(i).text().isEmpty()) {
                row.put(column, cells.get(i));
            }
        }
        if (row.isEmpty()) {
            return;
        }
        int before = problems.size();
        String organisation = organisation(number, text(row, BudgetColumn.ORGANISATION));
        int category = category(number, text(row, BudgetColumn.CATEGORY));
        int year = year(number, text(row, BudgetColumn.YEAR));
        if (problems.size() > before) {
            return;
        }
        Integer first = seen.putIfAbsent(organisation + "." + category + "." + year, number);
        if (first != null) {
            notices.add(Message.of("proposal.budget.notice.addedUp", first, number));
        }
        describe(
                number,
                new BudgetPlace(organisation, category, 0, BudgetField.DESCRIPTION),
                text(row, BudgetColumn.DESCRIPTION));
        for (BudgetColumn column : List.of(BudgetColumn.REQUESTED, BudgetColumn.OWN, BudgetColumn.OTHER)) {
            amount(number, column, organisation, category, year, row.get(column));
        }
    }

    private static String text(Map<BudgetColumn, Sheet.Cell> row, BudgetColumn column) {
        Sheet.Cell cell = row.get(column);
        return cell == null ? "" : cell.text();
    }

    private String organisation(int row, String text) {
        String wanted = Folding.fold(text);
        return organisations.entrySet().stream()
                .filter(known -> Stream.of(known.getKey(), known.getValue().name(), translator.agency(known.getKey()))
                        .map(Folding::fold)
                        .anyMatch(wanted::equals))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    String known = organisations.values().stream()
                            .map(Organisation::shortName)
                            .collect(Collectors.joining(", "));
                    return problem(row, BudgetColumn.ORGANISATION, "noOrganisation", text, known);
                });
    }

    private int category(int row, String text) {
        Matcher number = CATEGORY.matcher(text);
        int category = number.matches() ? Integer.parseInt(number.group(1)) : categories.named(text);
        if (category == 0) {
            problem(row, BudgetColumn.CATEGORY, "noCategory", text);
        }
        return category;
    }

    private int year(int row, String text) {
        Matcher number = YEAR.matcher(text);
        if (!number.matches()) {
            problem(row, BudgetColumn.YEAR, "noYear", text, BudgetPlace.MOST_YEARS);
            return 0;
        }
        return Integer.parseInt(number.group(1));
    }

    /** One text for organisation and category: those of several years stand one after the other. */
    private void describe(int row, BudgetPlace place, String text) {
        String known = rows.get(place);
        String clean = TextRules.clean(text);
        if (clean.isEmpty() || known != null && List.of(known.split("; ")).contains(clean)) {
            return;
        }
        read(row, BudgetColumn.DESCRIPTION, place, known == null ? clean : known + "; " + clean);
    }

    private void amount(
            int row, BudgetColumn column, String organisation, int category, int year, Sheet.@Nullable Cell cell) {
        boolean computed = category == INDIRECT && column == BudgetColumn.REQUESTED;
        String text = cell == null ? "" : cell.formula() && !cell.result().isEmpty() ? cell.result() : cell.text();
        if (NOTHING.matcher(text).matches()
                || computed && cell != null && cell.text().startsWith("=")) {
            return;
        }
        boolean isNoisy = NOISY.matcher(text).matches();
        String plain = isNoisy
                ? new BigDecimal(text).round(DIGITS).stripTrailingZeros().toPlainString()
                : text;
        // An amount of its own until it is known to fit: what is computed has no place to stand.
        BudgetPlace place = new BudgetPlace(organisation, computed ? 1 : category, year, column.field());
        try {
            String amount = BudgetInput.read(place, plain, locale);
            if (computed) {
                indirect.merge(
                        new BudgetPlace(organisation, 1, year, BudgetField.REQUESTED),
                        new Typed(row, amount == null ? BigDecimal.ZERO : new BigDecimal(amount)),
                        (one, other) -> new Typed(row, one.amount().add(other.amount())));
            } else if (amount != null) {
                String sum = new BigDecimal(amount)
                        .add(new BigDecimal(rows.getOrDefault(place, "0")))
                        .toPlainString();
                read(row, column, place, sum);
            }
        } catch (Refused refused) {
            problems.add(new Problem(row, column, refused.words()));
        }
    }

    private void read(int row, BudgetColumn column, BudgetPlace place, String value) {
        try {
            String read = BudgetInput.read(place, value, Locale.ENGLISH);
            if (read != null) {
                rows.put(place, read);
            }
        } catch (Refused refused) {
            problems.add(new Problem(row, column, refused.words()));
        }
    }

    /** Indirect costs are computed; whoever sends others is told and loses nothing. */
    private void compareIndirect(Budget budget, BigDecimal usualRate) {
        SortedMap<BudgetPlace, String> all = new TreeMap<>(budget.values());
        all.keySet().removeIf(place -> place.category() > 0);
        all.putAll(rows);
        BudgetSums sums = new BudgetSums(new Budget(0, all), usualRate);
        indirect.forEach((place, typed) -> {
            BigDecimal computed = sums.of(place.organisation(), INDIRECT, place.year(), BudgetField.REQUESTED);
            if (computed.subtract(typed.amount()).abs().compareTo(LAST_CENT) > 0) {
                problem(
                        typed.row(),
                        BudgetColumn.REQUESTED,
                        "indirectDiffers",
                        BudgetInput.shown(typed.amount(), locale),
                        BudgetInput.shown(computed, locale));
            }
        });
    }

    private String problem(int row, BudgetColumn column, String why, Object... args) {
        problems.add(new Problem(row, column, Message.of("proposal.budget.problem." + why, args)));
        return "";
    }
}
