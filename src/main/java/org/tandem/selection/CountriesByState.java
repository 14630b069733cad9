package org.tandem.selection;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CountedCases;
import org.tandem.cases.FigureScope;

/** F1: countries per selection state, each once per framework by its furthest case; per area it counts cases (D18). */
@Configuration(proxyBeanMethods = false)
class CountriesByState {

    /** From the furthest to the least far. */
    static final List<String> STATES = Stream.of(
                    SelectionState.VETTED,
                    SelectionState.IN_DIVERGENCE,
                    SelectionState.RETURNED,
                    SelectionState.IN_VETTING,
                    SelectionState.JOINTLY_IDENTIFIED,
                    SelectionState.PROPOSED,
                    "SUSPENDED",
                    SelectionState.NOT_SELECTED,
                    SelectionState.NOT_AGREED,
                    SelectionState.WITHDRAWN)
            .map(Object::toString)
            .toList();

    private static final String CASES = """
            with seen as (
                select %s as region, c.id, c.framework, c.area, c.country, coalesce(c.suspended_since, c.state_since) as since, shown.state,
                       shown.state as value, cast(null as text) as parent
                  from tandem.case_cover c cross join lateral (
                    select case when c.suspended_by is not null then 'SUSPENDED' else c.state end as state) shown
                  %s
                 where c.kind = :kind and %s)
            """;

    private static final String EACH_CASE = "select s.*, cast(null as bigint) as further from seen s";

    /** Where two cases of a country are equally far, the one that got there last stands for it. */
    private static final String EACH_COUNTRY = """
            select distinct on (s.framework, s.country, s.region) s.*,
                   count(*) over (partition by s.framework, s.country, s.region) - 1 as further
              from seen s
             order by s.framework, s.country, s.region, array_position(cast(:order as text[]), s.state), s.since desc, s.id""";

    private static final String BY_NAME =
            "(select case :language when 'fr' then o.sort_fr else o.sort_en end from tandem.country_order o where o.iso3 = counted.country), country, framework, area, id";

    /** A country in two frameworks is in both. */
    @Bean
    CaseFigure countriesByStateFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F1", SelectionProcess.KEY, "state")
                .by("cases.state.", STATES.stream())
                .called(scope -> scope.ofOneArea() ? "cases" : "countries")
                .eachInItsFramework()
                .alsoByRegion()
                .with("order", STATES.toArray(String[]::new))
                .from(CountriesByState::rows, BY_NAME);
    }

    private static String rows(FigureScope scope) {
        boolean regional = scope.byRegionOf() != null;
        String region = regional ? "f.region" : "cast(null as text)";
        String filed = regional ? "join tandem.case_in_region f on f.case_id = c.id and f.agency = :byRegionOf" : "";
        return CASES.formatted(region, filed, scope.where()) + (scope.ofOneArea() ? EACH_CASE : EACH_COUNTRY);
    }
}
