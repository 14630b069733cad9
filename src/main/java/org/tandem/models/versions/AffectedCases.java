package org.tandem.models.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.models.difference.Difference;

/** Which running cases follow a version, where each rests, and where its tokens would go; oldest first, a page at a time. */
@Component
class AffectedCases {

    static final int PAGE = 25;

    /** Counted as the engine counts what rests at a step. */
    private static final String RESTING = """
            select i.id_, i.business_key_, e.act_id_, count(e.id_) as tokens
              from (select id_, business_key_ from engine.act_ru_execution
                     where proc_def_id_ = :definition and parent_id_ is null and id_ > :after order by id_ limit :most) i
              left join engine.act_ru_execution e
                on e.proc_inst_id_ = i.id_ and e.is_active_ and e.act_id_ is not null
             group by 1, 2, 3 order by 1, 3""";

    private final JdbcClient jdbc;

    AffectedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param before id of the step in the older version
     * @param count tokens there; a step asked of several people has one for each
     * @param fate what became of the step; null for one that only the engine passes
     * @param after id of the step they would go to; null when they stay in their version, or nobody has chosen yet
     */
    record Token(
            String before,
            String name,
            long count,
            StepMove.@Nullable Fate fate,
            @Nullable String after,
            @Nullable String afterName) {

        private static Token of(String before, String name, long count, @Nullable StepMove move) {
            return move == null
                    ? new Token(before, name, count, null, null, null)
                    : new Token(before, name, count, move.fate(), move.after(), move.afterName());
        }
    }

    record Affected(String caseId, List<Token> tokens) {}

    /** @param next what to ask for after this page, null when it is the last */
    record Page(List<Affected> cases, @Nullable String next) {}

    private record Row(
            String instance, String caseId, @Nullable String step, long tokens) {}

    /** @param after end of the page before, empty for the first */
    Page page(Version from, Difference difference, List<StepMove> moves, String after) {
        Map<String, List<Row>> byInstance = jdbc
                .sql(RESTING)
                .param("definition", from.definition())
                .param("after", after.replace("\0", ""))
                .param("most", PAGE + 1)
                .query((row, number) -> new Row(
                        row.getString("id_"),
                        row.getString("business_key_"),
                        row.getString("act_id_"),
                        row.getLong("tokens")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::instance, LinkedHashMap::new, Collectors.toList()));
        Map<String, StepMove> byStep = moves.stream().collect(Collectors.toMap(StepMove::before, Function.identity()));
        List<String> instances = new ArrayList<>(byInstance.keySet());
        boolean more = instances.size() > PAGE;
        List<String> shown = more ? instances.subList(0, PAGE) : instances;
        return new Page(
                shown.stream()
                        .map(byInstance::get)
                        .map(rows -> affected(rows, difference, byStep))
                        .toList(),
                more ? shown.get(PAGE - 1) : null);
    }

    private static Affected affected(List<Row> rows, Difference difference, Map<String, StepMove> moves) {
        return new Affected(
                rows.get(0).caseId(),
                rows.stream()
                        .filter(row -> row.step() != null)
                        .map(row -> Token.of(
                                row.step(),
                                difference.before().nameOf(row.step()),
                                row.tokens(),
                                moves.get(row.step())))
                        .toList());
    }
}
