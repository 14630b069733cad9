package org.tandem.dashboard;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** F1: countries per selection state, each once per framework by its furthest case; per area it counts cases (D18). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CountriesByState {

    /** From the furthest to the least far. */
    static final List<String> STATES = List.of(
            "VETTED",
            "IN_DIVERGENCE",
            "RETURNED",
            "IN_VETTING",
            "JOINTLY_IDENTIFIED",
            "PROPOSED",
            "SUSPENDED",
            "NOT_SELECTED",
            "NOT_AGREED",
            "WITHDRAWN");

    private static final String CASES = """
            with seen as (
                select c.id, c.framework, c.area, c.country, coalesce(c.suspended_since, c.state_since) as since,
                       case when c.suspended_by is not null then 'SUSPENDED' else c.state end as state
                  from tandem.case_file c where c.kind = 'selection' and %s),
            """;

    private static final String EACH_CASE = "counted as (select s.*, cast(null as bigint) as further from seen s)";

    /** Where two cases of a country are equally far, the one that got there last stands for it. */
    private static final String EACH_COUNTRY = """
            counted as (
                select distinct on (s.framework, s.country) s.*,
                       count(*) over (partition by s.framework, s.country) - 1 as further
                  from seen s
                 order by s.framework, s.country, array_position(cast(:order as text[]), s.state), s.since desc, s.id)""";

    private final JdbcClient jdbc;

    CountriesByState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param counts countries or cases */
    record Countries(String counts, Map<String, Counted> states, Counted total) {}

    /** By framework; every state is there, with 0 if need be. */
    Map<String, Countries> of(Scope scope) {
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        asked(scope, " select framework, state, count(*) as number from counted group by 1, 2", Map.of())
                .query(row -> {
                    numbers.computeIfAbsent(row.getString("framework"), any -> new HashMap<>())
                            .put(row.getString("state"), row.getLong("number"));
                });
        Map<String, Countries> figures = new LinkedHashMap<>();
        for (String framework : scope.codes()) {
            figures.put(framework, figure(scope, framework, numbers.getOrDefault(framework, Map.of())));
        }
        return figures;
    }

    private static Countries figure(Scope scope, String framework, Map<String, Long> numbers) {
        View view = scope.view().in(framework);
        FigureFilter list = FigureFilter.of(Figure.F1);
        Map<String, Counted> states = new LinkedHashMap<>();
        for (String state : STATES) {
            states.put(state, list.state(state).counted(numbers.getOrDefault(state, 0L), view));
        }
        long total = numbers.values().stream().mapToLong(Long::longValue).sum();
        return new Countries(scope.countsCases() ? "cases" : "countries", states, list.counted(total, view));
    }

    long count(Scope scope, FigureFilter behind) {
        return asked(scope, " select count(*) from counted" + where(behind), chosen(behind))
                .query(Long.class)
                .single();
    }

    List<CaseLine> lines(Scope scope, FigureFilter behind, int from, int most) {
        String order =
                " order by (select k.name_en from tandem.country k where k.iso3 = counted.country), country, framework, area,"
                        + " id limit " + most + " offset " + from;
        return asked(scope, " select * from counted" + where(behind) + order, chosen(behind))
                .query((row, number) -> new CaseLine(
                        row.getString("id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("state"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        null,
                        row.getObject("further", Long.class)))
                .list();
    }

    private static String where(FigureFilter behind) {
        return behind.state() == null ? "" : " where state = :state";
    }

    private static Map<String, Object> chosen(FigureFilter behind) {
        return behind.state() == null ? Map.of() : Map.of("state", behind.state());
    }

    private JdbcClient.StatementSpec asked(Scope scope, String select, Map<String, Object> chosen) {
        boolean countries = !scope.countsCases();
        JdbcClient.StatementSpec asked = jdbc.sql(
                        CASES.formatted(scope.where()) + (countries ? EACH_COUNTRY : EACH_CASE) + select)
                .params(scope.params())
                .params(chosen);
        return countries ? asked.param("order", STATES.toArray(String[]::new)) : asked;
    }
}
