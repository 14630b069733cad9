package org.tandem.selection;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CaseLine;
import org.tandem.cases.FigureScope;

/** F1: countries per selection state, each once per framework by its furthest case; per area it counts cases (D18). */
@Component
@RequiredArgsConstructor
class CountriesByState implements CaseFigure {

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
                select c.id, c.framework, c.area, c.country, coalesce(c.suspended_since, c.state_since) as since,
                       case when c.suspended_by is not null then 'SUSPENDED' else c.state end as state
                  from tandem.case_cover c where c.kind = :kind and %s),
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

    @Override
    public String code() {
        return "F1";
    }

    @Override
    public String kind() {
        return SelectionProcess.KEY;
    }

    @Override
    public String dimension() {
        return "state";
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        STATES.forEach(state -> values.put(state, "cases.state." + state));
        return values;
    }

    @Override
    public String noun(FigureScope scope) {
        return scope.ofOneArea() ? "cases" : "countries";
    }

    /** A country in two frameworks is in both. */
    @Override
    public boolean addsUp() {
        return false;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Map<String, Long>> numbers(FigureScope scope) {
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        asked(scope, " select framework, state, count(*) as number from counted group by 1, 2", null)
                .query(row -> {
                    numbers.computeIfAbsent(row.getString("framework"), any -> new HashMap<>())
                            .put(row.getString("state"), row.getLong("number"));
                });
        return numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long count(FigureScope scope, @Nullable String state) {
        return asked(scope, " select count(*) from counted" + where(state), state)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseLine> lines(FigureScope scope, @Nullable String state, int from, int most) {
        String order =
                " order by (select o.sort_en from tandem.country_order o where o.iso3 = counted.country), country, framework, area,"
                        + " id limit " + most + " offset " + from;
        return asked(scope, " select * from counted" + where(state) + order, state)
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

    private static String where(@Nullable String state) {
        return state == null ? "" : " where state = :state";
    }

    private JdbcClient.StatementSpec asked(FigureScope scope, String select, @Nullable String state) {
        JdbcClient.StatementSpec asked = jdbc.sql(
                        CASES.formatted(scope.where()) + (scope.ofOneArea() ? EACH_CASE : EACH_COUNTRY) + select)
                .params(scope.params())
                .param("kind", SelectionProcess.KEY)
                .param("state", state);
        return scope.ofOneArea() ? asked : asked.param("order", STATES.toArray(String[]::new));
    }
}
