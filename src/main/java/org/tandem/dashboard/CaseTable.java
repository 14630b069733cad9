package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.FigureLine;
import org.tandem.cases.FigureScope;

/**
 * A figure about cases: a line for each value, a column for each framework.
 *
 * @param values what it counts by here
 * @param all the frameworks added up, null where they must not be
 * @param amounts by value what is added up beside the number
 * @param lines what it is told apart by
 */
record CaseTable(
        CaseFigure figure,
        String noun,
        Map<String, Column> frameworks,
        Map<String, String> values,
        @Nullable Column all,
        Map<String, Map<String, BigDecimal>> amounts,
        Map<String, BigDecimal> rates,
        List<Line> lines) {

    /** @param amounts of all its values together */
    record Line(FigureLine of, Map<String, Counted> counted, Counted total, Map<String, BigDecimal> amounts) {}

    /** @param counted by value; every value is there, with 0 if need be */
    record Column(Map<String, Counted> counted, Counted total) {

        private static Column of(Figure figure, Set<String> values, List<Map<String, Long>> numbers, View view) {
            FigureFilter list = FigureFilter.of(figure);
            Map<String, Counted> counted = new LinkedHashMap<>();
            long total = 0;
            for (String value : values) {
                long number = numbers.stream()
                        .mapToLong(one -> one.getOrDefault(value, 0L))
                        .sum();
                counted.put(value, list.withValue(value).counted(number, view));
                total += number;
            }
            return new Column(counted, list.counted(total, view));
        }

        private Map<String, Object> json(String dimension) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put(dimension + "s", counted);
            json.put("total", total);
            return json;
        }
    }

    static CaseTable of(CaseFigure figure, FigureScope scope, View view) {
        Map<String, Map<String, Long>> numbers = figure.numbers(scope);
        Map<String, String> values = figure.values(scope);
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String framework : scope.frameworks()) {
            columns.put(
                    framework,
                    Column.of(
                            Figure.of(figure),
                            values.keySet(),
                            List.of(numbers.getOrDefault(framework, Map.of())),
                            view.in(framework)));
        }
        Column all = figure.addsUp()
                ? Column.of(Figure.of(figure), values.keySet(), List.copyOf(numbers.values()), view)
                : null;
        Map<String, Map<String, BigDecimal>> amounts = figure.amounts().isEmpty() ? Map.of() : figure.amounts(scope);
        return new CaseTable(
                figure,
                figure.noun(scope),
                columns,
                values,
                all,
                amounts,
                figure.rates(amounts),
                figure.apart(scope).stream()
                        .map(line -> line(figure, line, view))
                        .toList());
    }

    private static Line line(CaseFigure figure, FigureLine line, View view) {
        FigureFilter list = FigureFilter.of(Figure.of(figure)).withLine(line.key());
        Map<String, Counted> counted = new LinkedHashMap<>();
        figure.values()
                .keySet()
                .forEach(value -> counted.put(
                        value,
                        list.withValue(value)
                                .counted(
                                        one(line.found(), value, CaseFigure.NUMBER)
                                                .longValue(),
                                        view)));
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        figure.amounts().forEach(name -> amounts.put(name, sum(line.found(), name)));
        return new Line(
                line, counted, list.counted(sum(line.found(), CaseFigure.NUMBER).longValue(), view), amounts);
    }

    /** Of one value, or of all. */
    public BigDecimal amount(@Nullable String value, String name) {
        return value == null ? sum(amounts, name) : one(amounts, value, name);
    }

    /** Values that occur in its lines. */
    public List<String> occurring() {
        return values.keySet().stream()
                .filter(value -> lines.stream()
                        .anyMatch(line -> line.counted().get(value).number() > 0))
                .toList();
    }

    private static BigDecimal one(Map<String, Map<String, BigDecimal>> found, String value, String name) {
        return found.getOrDefault(value, Map.of()).getOrDefault(name, BigDecimal.ZERO);
    }

    private static BigDecimal sum(Map<String, Map<String, BigDecimal>> found, String name) {
        return found.keySet().stream().map(value -> one(found, value, name)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By framework; where these add up, beneath the sum. */
    @JsonValue
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (all == null) {
            frameworks.forEach((code, column) -> {
                Map<String, Object> one = new LinkedHashMap<>(Map.of("counts", noun));
                one.putAll(column.json(figure.dimension()));
                json.put(code, one);
            });
            return json;
        }
        json.putAll(all.json(figure.dimension()));
        Map<String, Object> each = new LinkedHashMap<>();
        frameworks.forEach((code, column) -> each.put(code, column.json(figure.dimension())));
        json.put("frameworks", each);
        if (!figure.amounts().isEmpty()) {
            json.put("amounts", amounts);
            json.put("rates", rates);
        }
        if (figure.toldApartBy() != null) {
            json.put(figure.toldApartBy() + "s", lines);
        }
        return json;
    }
}
