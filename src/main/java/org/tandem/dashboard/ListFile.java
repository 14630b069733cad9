package org.tandem.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseLine;
import org.tandem.platform.web.Translator;

/** A list as the lines of a file, the first of which names the columns. */
@Component
@RequiredArgsConstructor
class ListFile {

    private static final List<String> OF_CASES = List.of(
            "case",
            "framework",
            "area",
            "area_title",
            "country",
            "country_name",
            "state",
            "state_name",
            "since",
            "further_cases");
    private static final List<String> OF_TASKS = List.of(
            "task",
            "task_name",
            "case",
            "framework",
            "area",
            "country",
            "country_name",
            "waits_on",
            "since",
            "days",
            "due",
            "timeliness",
            "nudged");

    private final Translator translator;

    List<List<String>> lines(DashboardReading.Listing listing, boolean tasks) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(tasks ? OF_TASKS : OF_CASES);
        listing.cases().forEach(row -> lines.add(cells(row)));
        listing.tasks().forEach(row -> lines.add(cells(row)));
        return lines;
    }

    private List<String> cells(DashboardRows.CaseRow row) {
        CaseLine line = row.line();
        return texts(
                line.id(),
                line.framework(),
                line.area(),
                row.areaTitle(),
                line.country(),
                row.countryName(),
                line.state(),
                translator.say("cases.state." + line.state()),
                line.since(),
                line.further());
    }

    private static List<String> cells(DashboardRows.TaskRow row) {
        TaskLine line = row.line();
        return texts(
                line.task(),
                row.name(),
                line.caseId(),
                line.framework(),
                line.area(),
                line.country(),
                row.countryName(),
                row.waitsOn(),
                line.since(),
                line.days(),
                line.due(),
                line.timeliness(),
                line.nudgedAt());
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }
}
