package org.tandem.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseFigure;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.countries.Region;
import org.tandem.frameworks.Framework;

/** A figure by the regions of each party, tables to stand beside each other: the borders of two agencies differ. */
@Component
@RequiredArgsConstructor
class RegionTables {

    private final Agencies agencies;

    /** @param values what occurs in it, in the order of the figure */
    record Table(String framework, String agency, Map<String, String> values, List<Line> lines) {}

    record Line(Region region, Map<String, Counted> counted, Counted total) {}

    List<Table> of(CaseFigure figure, Scope scope) {
        Map<String, Map<String, Map<String, Map<String, Long>>>> asked = new LinkedHashMap<>();
        List<Table> tables = new ArrayList<>();
        for (Framework framework : scope.frameworks()) {
            framework.parties().stream()
                    .flatMap(code -> agencies.find(code).stream())
                    .map(agency -> table(
                            figure,
                            scope.view().in(framework.shortCode()),
                            agency,
                            asked.computeIfAbsent(
                                            agency.code(),
                                            code -> figure.byRegion(
                                                    scope.withoutRegionOf(code).ofCases(), code))
                                    .getOrDefault(framework.shortCode(), Map.of())))
                    .filter(table -> !table.values().isEmpty())
                    .forEach(tables::add);
        }
        return tables;
    }

    private static Table table(CaseFigure figure, View view, Agency agency, Map<String, Map<String, Long>> numbers) {
        Map<String, String> values = new LinkedHashMap<>(figure.values());
        values.keySet().removeIf(value -> numbers.values().stream().noneMatch(of -> of.containsKey(value)));
        FigureFilter list = FigureFilter.of(Figure.of(figure));
        List<Line> lines = agency.regions().stream()
                .map(region -> {
                    View here = view.in(region);
                    Map<String, Long> found = numbers.getOrDefault(region.code(), Map.of());
                    Map<String, Counted> counted = new LinkedHashMap<>();
                    AtomicLong total = new AtomicLong();
                    values.keySet().forEach(value -> {
                        long number = found.getOrDefault(value, 0L);
                        total.addAndGet(number);
                        counted.put(value, list.withValue(value).counted(number, here));
                    });
                    return new Line(region, counted, list.counted(total.get(), here));
                })
                .toList();
        return new Table(String.valueOf(view.framework()), agency.code(), values, lines);
    }
}
