package org.tandem.proposal.budget;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.spreadsheet.Sheet;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.Translator;
import org.tandem.platform.web.UnfitBody;

/** The budget of a proposal for machines; amounts are texts such as 1234.50. */
@RestController
@RequiredArgsConstructor
class BudgetApi {

    private static final String ADDRESS = "/api" + BudgetPages.ADDRESS;

    private final ReadBudget read;
    private final WriteBudget write;
    private final ImportBudget imports;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param category 8 has indirect costs; those requested are computed, and may be left out when rows are sent */
    record Row(
            @Nullable String organisation,
            int category,
            int year,
            @Nullable String description,
            @Nullable String requested,
            @Nullable String own,
            @Nullable String other) {

        Sheet.Line line(int number) {
            return new Sheet.Line(
                    number,
                    Stream.of(organisation, category, year, description, requested, own, other)
                            .map(value -> new Sheet.Cell(
                                    value == null ? "" : value.toString().strip(), false, ""))
                            .toList());
        }
    }

    /** @param share in per cent of what is requested */
    record Organisation(
            String code,
            String name,
            @Nullable BigDecimal indirectRate,
            @Nullable BigDecimal fixedTotal,
            String requested,
            String own,
            String other,
            String total,
            @Nullable BigDecimal share) {}

    /** @param indirectRateOfFund at most, in per cent; none when not known */
    record Answer(
            String currency,
            long revision,
            int years,
            @Nullable BigDecimal indirectRateOfFund,
            @Nullable BigDecimal ceiling,
            String requested,
            String total,
            List<Organisation> organisations,
            List<Row> rows) {}

    /** @param reopen whether reviews and clearances may become void */
    record Rows(long revision, boolean reopen, @Nullable List<@Nullable Row> rows) {

        private Row row(int number) {
            return Optional.ofNullable(Objects.requireNonNull(rows).get(number))
                    .orElseThrow(() -> UnfitBody.wrongType("rows[" + number + "]"));
        }
    }

    /** What is given is written, an empty text takes it out; rate and fixed total are of the organisation as a whole. */
    record Cell(
            long revision,
            boolean reopen,
            @Nullable String organisation,
            int category,
            int year,
            @Nullable String description,
            @Nullable String requested,
            @Nullable String own,
            @Nullable String other,
            @Nullable String indirectRate,
            @Nullable String fixedTotal) {

        private Map<String, String> typed() {
            Map<String, String> typed = new HashMap<>();
            put(typed, category, 0, BudgetField.DESCRIPTION, description);
            put(typed, category, year, BudgetField.REQUESTED, requested);
            put(typed, category, year, BudgetField.OWN, own);
            put(typed, category, year, BudgetField.OTHER, other);
            put(typed, 0, 0, BudgetField.RATE, indirectRate);
            put(typed, 0, 0, BudgetField.FIXED_TOTAL, fixedTotal);
            return typed;
        }

        private void put(
                Map<String, String> typed, int ofCategory, int ofYear, BudgetField field, @Nullable String value) {
            if (value != null) {
                typed.put(new BudgetPlace(String.valueOf(organisation), ofCategory, ofYear, field).name(), value);
            }
        }
    }

    record ProblemOfRow(int row, String column, String code, String detail) {}

    record Change(
            String place, @Nullable String before, @Nullable String after) {}

    /** @param replaced whether the rows of the budget are those of the file now */
    record Imported(
            boolean replaced, long revision, List<ProblemOfRow> problems, List<String> notices, List<Change> changes) {}

    @GetMapping(ADDRESS)
    Answer budget(@PathVariable String caseId) {
        return answer(new CaseId(caseId));
    }

    @PutMapping(ADDRESS)
    Answer replaceRows(@PathVariable String caseId, @RequestBody Rows rows) {
        WriteBudget.Order order = order(caseId, rows.revision(), rows.reopen());
        ReadBudget.Seen seen = read.toWrite(order.id(), order.who());
        if (rows.rows() == null) { // said to nobody who may not write
            throw UnfitBody.wrongType("rows");
        }
        ImportBudget.Looked looked = imports.look(
                seen,
                new Sheet(
                        Arrays.stream(BudgetColumn.values()).map(Enum::name).toList(),
                        IntStream.range(0, rows.rows().size())
                                .mapToObj(row -> rows.row(row).line(row))
                                .toList(),
                        List.of()),
                Locale.ENGLISH);
        List<Refused> problems = new ArrayList<>();
        looked.rows()
                .problems()
                .forEach(problem -> problems.add(Refused.invalid(
                        "rows[" + problem.row() + "]." + problem.column().name().toLowerCase(Locale.ROOT),
                        problem.words().key(),
                        problem.words().args().toArray())));
        if (!problems.isEmpty()) {
            throw BudgetRefused.all(problems);
        }
        imports.replace(order, looked);
        return answer(order.id());
    }

    @PatchMapping(ADDRESS)
    Answer writeCell(@PathVariable String caseId, @RequestBody Cell cell) {
        WriteBudget.Order order = order(caseId, cell.revision(), cell.reopen());
        read.toWrite(order.id(), order.who());
        write.write(order, BudgetPages.values(cell.typed(), Locale.ENGLISH));
        return answer(order.id());
    }

    @PostMapping(ADDRESS + "/import")
    Imported importRows(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "false") boolean reopen,
            @RequestParam(defaultValue = "false") boolean replace)
            throws IOException {
        WriteBudget.Order order = order(caseId, revision, reopen);
        ReadBudget.Seen seen = read.toWrite(order.id(), order.who());
        if (file == null) {
            throw BudgetRefused.whole("file", "noRows");
        }
        ImportBudget.Looked looked =
                imports.look(seen, SheetReader.read(file.getBytes()), LocaleContextHolder.getLocale());
        boolean replaces = replace && looked.rows().problems().isEmpty();
        long now = replaces
                ? imports.replace(order, looked).revision()
                : seen.budget().revision();
        return new Imported(
                replaces,
                now,
                looked.rows().problems().stream()
                        .map(problem -> new ProblemOfRow(
                                problem.row(),
                                translator.say(problem.column().heading()),
                                problem.words().key(),
                                translator.say(problem.words())))
                        .toList(),
                looked.rows().notices().stream().map(translator::say).toList(),
                looked.changes().stream()
                        .map(change -> new Change(change.place().name(), change.before(), change.after()))
                        .toList());
    }

    private WriteBudget.Order order(String caseId, long revision, boolean reopen) {
        return new WriteBudget.Order(new CaseId(caseId), currentPerson.get(), revision, reopen);
    }

    private Answer answer(CaseId id) {
        ReadBudget.Seen seen = read.of(id, currentPerson.get());
        BudgetSums sums = seen.sums();
        SortedMap<String, BigDecimal> shares = sums.shares(BudgetField.REQUESTED);
        List<Row> rows = new ArrayList<>();
        for (String code : seen.organisations().keySet()) {
            for (int category = 1; category <= BudgetPlace.INDIRECT; category++) {
                rows(seen, code, category, rows);
            }
        }
        return new Answer(
                BudgetInput.DOLLAR.getCurrencyCode(),
                seen.budget().revision(),
                seen.years(),
                seen.rules().rate(),
                seen.rules().ceiling(),
                sums.requested().toPlainString(),
                sums.of(null, BudgetSums.ALL, 0, null).toPlainString(),
                seen.organisations().entrySet().stream()
                        .map(known -> new Organisation(
                                known.getKey(),
                                known.getValue().name(),
                                seen.budget().of(known.getKey(), BudgetField.RATE),
                                seen.budget().of(known.getKey(), BudgetField.FIXED_TOTAL),
                                sum(sums, known.getKey(), BudgetField.REQUESTED),
                                sum(sums, known.getKey(), BudgetField.OWN),
                                sum(sums, known.getKey(), BudgetField.OTHER),
                                sum(sums, known.getKey(), null),
                                shares.get(known.getKey())))
                        .toList(),
                rows);
    }

    /** The text stands with the first year. */
    private static void rows(ReadBudget.Seen seen, String code, int category, List<Row> rows) {
        String description = seen.budget().at(new BudgetPlace(code, category, 0, BudgetField.DESCRIPTION));
        for (int year = 1; year <= seen.years(); year++) {
            boolean first = year == 1 && description != null;
            if (first || seen.sums().of(code, category, year, null).signum() > 0) {
                rows.add(new Row(
                        code,
                        category,
                        year,
                        year == 1 ? description : null,
                        seen.sums()
                                .of(code, category, year, BudgetField.REQUESTED)
                                .toPlainString(),
                        seen.sums().of(code, category, year, BudgetField.OWN).toPlainString(),
                        seen.sums().of(code, category, year, BudgetField.OTHER).toPlainString()));
            }
        }
    }

    private static String sum(BudgetSums sums, String code, @Nullable BudgetField source) {
        return sums.of(code, BudgetSums.ALL, 0, source).toPlainString();
    }
}
