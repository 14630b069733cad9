package org.tandem.dashboard;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** F5: open divergences by the level at which they are being settled. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DivergencesByLevel {

    private static final String OPEN =
            " from tandem.case_file c where c.kind = 'divergence' and c.state = any(:states) and ";

    private final JdbcClient jdbc;

    DivergencesByLevel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Divergences(Map<Level, Counted> levels, Counted total) {}

    /** @param frameworks the same by framework; a divergence belongs to one */
    record Open(Map<Level, Counted> levels, Counted total, Map<String, Divergences> frameworks) {}

    Open of(Scope scope) {
        Map<String, Long> numbers = new HashMap<>();
        asked(scope, "select c.framework, c.state, count(*) as number" + OPEN + scope.where() + " group by 1, 2", null)
                .query(row -> {
                    numbers.put(row.getString("framework") + row.getString("state"), row.getLong("number"));
                });
        Map<String, Divergences> frameworks = new LinkedHashMap<>();
        for (String framework : scope.codes()) {
            frameworks.put(
                    framework, figure(numbers, List.of(framework), scope.view().in(framework)));
        }
        Divergences all = figure(numbers, scope.codes(), scope.view());
        return new Open(all.levels(), all.total(), frameworks);
    }

    private static Divergences figure(Map<String, Long> numbers, List<String> frameworks, View view) {
        FigureFilter list = FigureFilter.of(Figure.F5);
        Map<Level, Counted> levels = new LinkedHashMap<>();
        long total = 0;
        for (Level level : Level.values()) {
            long number = frameworks.stream()
                    .mapToLong(framework -> numbers.getOrDefault(framework + level.state(), 0L))
                    .sum();
            levels.put(level, list.level(level).counted(number, view));
            total += number;
        }
        return new Divergences(levels, list.counted(total, view));
    }

    long count(Scope scope, FigureFilter behind) {
        return asked(scope, "select count(*)" + OPEN + scope.where(), behind.level())
                .query(Long.class)
                .single();
    }

    /** Longest at its level first. */
    List<CaseLine> lines(Scope scope, FigureFilter behind, int from, int most) {
        String sql =
                "select c.*" + OPEN + scope.where() + " order by c.state_since, c.id limit " + most + " offset " + from;
        return asked(scope, sql, behind.level())
                .query((row, number) -> new CaseLine(
                        row.getString("id"),
                        row.getString("framework"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("state"),
                        row.getObject("state_since", OffsetDateTime.class).toInstant(),
                        row.getString("parent"),
                        null))
                .list();
    }

    private JdbcClient.StatementSpec asked(Scope scope, String sql, @org.jspecify.annotations.Nullable Level only) {
        String[] states = only == null
                ? Stream.of(Level.values()).map(Level::state).toArray(String[]::new)
                : new String[] {only.state()};
        return jdbc.sql(sql).params(scope.params()).param("states", states);
    }
}
