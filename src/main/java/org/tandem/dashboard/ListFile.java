package org.tandem.dashboard;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.Translator;

/** A list as the lines of a file, the first of which names the columns. */
@Component
@RequiredArgsConstructor
class ListFile {

    /** One value of each row, under its name. */
    private record Column<R>(String name, Function<R, @Nullable Object> value) {}

    private static final List<Column<DashboardRows.TaskRow>> OF_TASKS = List.of(
            new Column<>("task", row -> row.line().task()),
            new Column<>("task_name", DashboardRows.TaskRow::name),
            new Column<>("case", row -> row.line().caseId()),
            new Column<>("framework", row -> row.line().framework()),
            new Column<>("area", row -> row.line().area()),
            new Column<>("country", row -> row.line().country()),
            new Column<>("country_name", DashboardRows.TaskRow::countryName),
            new Column<>("waits_on", DashboardRows.TaskRow::waitsOn),
            new Column<>("since", row -> row.line().since()),
            new Column<>("days", row -> row.line().days()),
            new Column<>("due", row -> row.line().due()),
            new Column<>("timeliness", row -> row.line().timeliness()),
            new Column<>("nudged", row -> row.line().nudgedAt()));

    private final Translator translator;

    private List<Column<DashboardRows.CaseRow>> ofCases() {
        return List.of(
                new Column<>("case", row -> row.line().id()),
                new Column<>("framework", row -> row.line().framework()),
                new Column<>("area", row -> row.line().area()),
                new Column<>("area_title", DashboardRows.CaseRow::areaTitle),
                new Column<>("country", row -> row.line().country()),
                new Column<>("country_name", DashboardRows.CaseRow::countryName),
                new Column<>("state", row -> row.line().state()),
                new Column<>(
                        "state_name",
                        row -> translator.say("cases.state." + row.line().state())),
                new Column<>("since", row -> row.line().since()),
                new Column<>("further_cases", row -> row.line().further()));
    }

    List<List<String>> lines(DashboardReading.Listing listing, boolean tasks) {
        return tasks ? lines(OF_TASKS, listing.tasks()) : lines(ofCases(), listing.cases());
    }

    private static <R> List<List<String>> lines(List<Column<R>> columns, List<R> rows) {
        return Stream.concat(
                        Stream.of(columns.stream().map(Column::name).toList()),
                        rows.stream().map(row -> columns.stream()
                                .map(column -> Objects.toString(column.value().apply(row), ""))
                                .toList()))
                .toList();
    }
}
