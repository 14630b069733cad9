package org.tandem.divergence;

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

/** F5: open divergences by the level at which they are being settled; a divergence belongs to one framework. */
@Component
@RequiredArgsConstructor
class DivergencesByLevel implements CaseFigure {

    private static final String OPEN = " from tandem.case_cover c where c.kind = :kind and c.state = any(:states) and ";

    private final JdbcClient jdbc;

    @Override
    public String code() {
        return "F5";
    }

    @Override
    public String kind() {
        return DivergenceProcess.KEY;
    }

    @Override
    public String dimension() {
        return "level";
    }

    @Override
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.of(Level.values()).forEach(level -> values.put(level.name(), "dashboard.level." + level));
        return values;
    }

    @Override
    public String noun(FigureScope scope) {
        return "divergences";
    }

    @Override
    public boolean addsUp() {
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Map<String, Long>> numbers(FigureScope scope) {
        Map<String, Map<String, Long>> numbers = new HashMap<>();
        asked(scope, "select c.framework, c.state, count(*) as number" + OPEN + scope.where() + " group by 1, 2", null)
                .query(row -> {
                    String state = row.getString("state");
                    Level level = Stream.of(Level.values())
                            .filter(one -> one.state().name().equals(state))
                            .findFirst()
                            .orElseThrow();
                    numbers.computeIfAbsent(row.getString("framework"), any -> new HashMap<>())
                            .put(level.name(), row.getLong("number"));
                });
        return numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long count(FigureScope scope, @Nullable String level) {
        return asked(scope, "select count(*)" + OPEN + scope.where(), level)
                .query(Long.class)
                .single();
    }

    /** Longest at its level first. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CaseLine> lines(FigureScope scope, @Nullable String level, int from, int most) {
        String sql =
                "select c.*" + OPEN + scope.where() + " order by c.state_since, c.id limit " + most + " offset " + from;
        return asked(scope, sql, level)
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

    private JdbcClient.StatementSpec asked(FigureScope scope, String sql, @Nullable String only) {
        String[] states = Stream.of(Level.values())
                .filter(level -> only == null || level.name().equals(only))
                .map(level -> level.state().name())
                .toArray(String[]::new);
        return jdbc.sql(sql)
                .params(scope.params())
                .param("kind", DivergenceProcess.KEY)
                .param("states", states);
    }
}
