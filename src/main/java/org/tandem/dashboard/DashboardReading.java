package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;

/** All figures, or the list behind one, as everything stood at one moment: a statement sees nothing the others do not. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class DashboardReading {

    static final int PAGE = 50;

    private static final int OLDEST = 15;

    private final ViewScopes scopes;
    private final CountriesByState countries;
    private final DivergencesByLevel divergences;
    private final TasksByRole roles;
    private final Waits waits;
    private final Ageing ageing;
    private final TaskLines taskLines;
    private final DashboardRows rows;
    private final Clock clock;

    DashboardReading(
            ViewScopes scopes,
            CountriesByState countries,
            DivergencesByLevel divergences,
            TasksByRole roles,
            Waits waits,
            Ageing ageing,
            TaskLines taskLines,
            DashboardRows rows,
            Clock clock) {
        this.scopes = scopes;
        this.countries = countries;
        this.divergences = divergences;
        this.roles = roles;
        this.waits = waits;
        this.ageing = ageing;
        this.taskLines = taskLines;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param frameworks in view, by short code; none where the reader may read none
     * @param f1 by framework: a country in two frameworks is in both
     */
    record Figures(
            Instant asOf,
            View view,
            List<String> frameworks,
            @JsonProperty("F1") Map<String, CountriesByState.Countries> f1,
            @JsonProperty("F5") DivergencesByLevel.Open f5,
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
     * @param cases lines of F1 and F5
     * @param tasks lines of the other figures
     * @param next address of the next page, null on the last
     */
    record Listing(
            Instant asOf,
            String figure,
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
                countries.of(scope),
                divergences.of(scope),
                roles.of(scope, now),
                new Waiting(rows.waits(longest.lines()), longest.holders(), rows.tasks(oldest, who, now)),
                ageing.of(scope, now));
    }

    Listing page(View view, FigureFilter behind, SignedIn who) {
        return list(view, behind, (behind.page() - 1) * PAGE, PAGE, who);
    }

    Listing list(View view, FigureFilter behind, int from, int most, SignedIn who) {
        Instant now = clock.instant();
        Scope scope = scopes.of(view, who);
        long total = count(scope, behind, now);
        List<DashboardRows.CaseRow> cases =
                behind.figure().ofTasks() ? List.of() : rows.cases(cases(scope, behind, from, most));
        List<DashboardRows.TaskRow> tasks = behind.figure().ofTasks()
                ? rows.tasks(taskLines.lines(scope, behind, now, from, most), who, now)
                : List.of();
        boolean more = from + most < total;
        return new Listing(
                now,
                behind.figure().word(),
                total,
                cases,
                tasks,
                more ? behind.page(behind.page() + 1).query(view).after("/api/dashboard/list") : null);
    }

    private long count(Scope scope, FigureFilter behind, Instant now) {
        return switch (behind.figure()) {
            case F1 -> countries.count(scope, behind);
            case F5 -> divergences.count(scope, behind);
            default -> taskLines.count(scope, behind, now);
        };
    }

    private List<CaseLine> cases(Scope scope, FigureFilter behind, int from, int most) {
        return behind.figure() == Figure.F1
                ? countries.lines(scope, behind, from, most)
                : divergences.lines(scope, behind, from, most);
    }
}
