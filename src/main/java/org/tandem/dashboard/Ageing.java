package org.tandem.dashboard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How old the open tasks of each step are, in full days. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Ageing {

    private static final String SELECT = Stream.of(Age.values())
            .map(age -> "count(*) filter (where days between %d and %d) as %s"
                    .formatted(age.from(), age.to(), age.name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining(
                    ", ",
                    "select task_key, " + OpenWork.LOAD + ", max(days) as oldest,"
                            + " round(cast(percentile_cont(0.5) within group (order by days) as numeric), 1) as median, ",
                    " from work group by task_key order by task_key"));

    private final OpenWork work;

    /**
     * @param task key of the step
     * @param median of the ages in full days; half a day where an even number of tasks has its middle between two days
     * @param ages by bucket
     */
    record Step(String task, Load tasks, BigDecimal median, long oldest, Map<String, Counted> ages) {

        /** The longest bar has this length. */
        public long most() {
            return ages.values().stream().mapToLong(Counted::number).max().orElse(0);
        }
    }

    List<Step> of(Scope scope, Instant now) {
        return work.asked(scope, now, SELECT)
                .query((row, number) -> step(row, scope.view()))
                .list();
    }

    private static Step step(ResultSet row, View view) throws SQLException {
        FigureFilter list = FigureFilter.of(Figure.AGEING).withTask(row.getString("task_key"));
        Map<String, Counted> ages = new LinkedHashMap<>();
        for (Age age : Age.values()) {
            ages.put(age.word(), list.withAge(age).counted(row.getLong(age.name()), view));
        }
        return new Step(
                row.getString("task_key"),
                Load.read(row, list, view),
                row.getBigDecimal("median"),
                row.getLong("oldest"),
                ages);
    }
}
