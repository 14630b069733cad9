package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.FigureScope;

/**
 * A figure about cases: a line for each value, a column for each framework.
 *
 * @param all the frameworks added up, null where they must not be
 */
record CaseTable(
        CaseFigure figure,
        String noun,
        Map<String, Column> frameworks,
        @Nullable Column all) {

    /** @param counted by value; every value is there, with 0 if need be */
    record Column(Map<String, Counted> counted, Counted total) {

        private static Column of(Figure figure, List<Map<String, Long>> numbers, View view) {
            FigureFilter list = FigureFilter.of(figure);
            Map<String, Counted> counted = new LinkedHashMap<>();
            long total = 0;
            for (String value : figure.cases().values().keySet()) {
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
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String framework : scope.frameworks()) {
            columns.put(
                    framework,
                    Column.of(
                            Figure.of(figure), List.of(numbers.getOrDefault(framework, Map.of())), view.in(framework)));
        }
        Column all = figure.addsUp() ? Column.of(Figure.of(figure), List.copyOf(numbers.values()), view) : null;
        return new CaseTable(figure, figure.noun(scope), columns, all);
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
        return json;
    }
}
