package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseFigure;
import org.tandem.platform.SignedIn;

/** All figures, or the list behind one, as everything stood at one moment: a statement sees nothing the others do not. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class DashboardReading {

    static final int PAGE = 50;

    private static final int OLDEST = 15;

    private final ViewScopes scopes;
    private final List<CaseFigure> ofCases;
    private final RegionTables regions;
    private final TasksByRole roles;
    private final Waits waits;
    private final Ageing ageing;
    private final TaskLines taskLines;
    private final DashboardRows rows;
    private final Clock clock;

    DashboardReading(
            ViewScopes scopes,
            List<CaseFigure> ofCases,
            RegionTables regions,
            TasksByRole roles,
            Waits waits,
            Ageing ageing,
            TaskLines taskLines,
            DashboardRows rows,
            Clock clock) {
        this.scopes = scopes;
        this.ofCases =
                ofCases.stream().sorted(Comparator.comparing(CaseFigure::code)).toList();
        this.regions = regions;
        this.roles = roles;
        this.waits = waits;
        this.ageing = ageing;
        this.taskLines = taskLines;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param frameworks in view, by short code; none where the reader may read none
     * @param ofCases by code
     */
    record Figures(
            Instant asOf,
            View view,
            List<String> frameworks,
            @JsonAnyGetter Map<String, CaseTable> ofCases,
            List<RegionTables.Table> regions,
            @JsonProperty("F6") TasksByRole.Tasks f6,
            Waiting waits,
            List<Ageing.Step> ageing) {}

    /**
     * @param longest on whom tasks wait, the longest waits first
     * @param holders on how many they wait
     */
    record Waiting(List<DashboardRows.WaitRow> longest, long holders, List<DashboardRows.TaskRow> oldest) {}

    /**
     * @param total how many lines there are, on all pages; the number the list is behind
     * @param noun what a figure about cases counts
     * @param cases lines of a figure about cases
     * @param tasks lines of the other figures
     * @param next address of the next page, null on the last
     */
    record Listing(
            Instant asOf,
            String figure,
            @JsonIgnore @Nullable String noun,
            long total,
            List<DashboardRows.CaseRow> cases,
            List<DashboardRows.TaskRow> tasks,
            @Nullable String next) {}

    Figures figures(View view, SignedIn who) {
        Instant now = clock.instant();
        Scope scope = scopes.of(view, who);
        Waits.Longest longest = waits.of(scope, now);
        List<TaskLine> oldest = taskLines.lines(scope, FigureFilter.of(Figure.WAITS), now, 0, OLDEST);
        return new Figures(
                now,
                view,
                scope.codes(),
                tables(scope),
                ofCases.stream()
                        .flatMap(figure -> regions.of(figure, scope).stream())
                        .toList(),
                roles.of(scope, now),
                new Waiting(rows.waits(longest.lines()), longest.holders(), rows.tasks(oldest, who, now)),
                ageing.of(scope, now));
    }

    private Map<String, CaseTable> tables(Scope scope) {
        Map<String, CaseTable> tables = new LinkedHashMap<>();
        ofCases.forEach(figure -> tables.put(figure.code(), CaseTable.of(figure, scope.ofCases(), scope.view())));
        return tables;
    }

    FigureFilter behind(Function<String, @Nullable String> parameter) {
        return FigureFilter.parse(parameter, ofCases);
    }

    Listing page(View view, FigureFilter behind, SignedIn who) {
        return list(view, behind, (behind.page() - 1) * PAGE, PAGE, who);
    }

    Listing list(View view, FigureFilter behind, int from, int most, SignedIn who) {
        Instant now = clock.instant();
        Scope scope = scopes.of(view, who);
        long total = count(scope, behind, now);
        CaseFigure figure = behind.figure().cases();
        List<DashboardRows.CaseRow> cases = figure == null
                ? List.of()
                : rows.cases(figure.lines(scope.ofCases().withLine(behind.line()), behind.value(), from, most));
        List<DashboardRows.TaskRow> tasks = behind.figure().ofTasks()
                ? rows.tasks(taskLines.lines(scope, behind, now, from, most), who, now)
                : List.of();
        boolean more = from + most < total;
        return new Listing(
                now,
                behind.figure().word(),
                figure == null ? null : figure.noun(scope.ofCases()),
                total,
                cases,
                tasks,
                more ? behind.withPage(behind.page() + 1).query(view).after("/api/dashboard/list") : null);
    }

    private long count(Scope scope, FigureFilter behind, Instant now) {
        CaseFigure figure = behind.figure().cases();
        return figure == null
                ? taskLines.count(scope, behind, now)
                : figure.count(scope.ofCases().withLine(behind.line()), behind.value());
    }
}
