package org.tandem.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.models.difference.Difference;

/** Which running cases follow a version, where each rests, and where its tokens would go; oldest first, a page at a time. */
@Component
@RequiredArgsConstructor
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

    /**
     * @param before id of the step in the older version
     * @param count tokens there; a step asked of several people has one for each
     * @param after id of the step they would go to; null when they stay in their version, or nobody has chosen yet
     */
    record Token(
            String before,
            String name,
            long count,
            StepMove.Fate fate,
            @Nullable String after,
            @Nullable String afterName) {

        /** Whether whoever has it would meet the same step by the same name. */
        public boolean isTheSame() {
            return after != null && fate != StepMove.Fate.VANISHED && name.equals(afterName);
        }
    }

    /**
     * @param caseId null for a process that belongs to no case
     * @param instance id of the process
     * @param stays whether it keeps to its version: a case moves whole or not at all
     */
    record Affected(@Nullable String caseId, String instance, List<Token> tokens, boolean stays) {}

    /** @param next what to ask for after this page, null when it is the last */
    record Page(List<Affected> cases, @Nullable String next) {}

    private record Row(
            String instance,
            @Nullable String caseId,
            @Nullable String step,
            long tokens) {}

    /**
     * @param chosen new step by old step
     * @param after end of the page before, empty for the first
     */
    Page page(Version from, Difference difference, List<StepMove> moves, Map<String, String> chosen, String after) {
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
        Destinations destinations = new Destinations(
                difference, moves.stream().collect(Collectors.toMap(StepMove::before, Function.identity())), chosen);
        List<String> instances = new ArrayList<>(byInstance.keySet());
        boolean more = instances.size() > PAGE;
        List<String> shown = more ? instances.subList(0, PAGE) : instances;
        return new Page(
                shown.stream().map(byInstance::get).map(destinations::of).toList(), more ? shown.get(PAGE - 1) : null);
    }

    /** Where the tokens of one case go. */
    private record Destinations(Difference difference, Map<String, StepMove> moves, Map<String, String> chosen) {

        Affected of(List<Row> rows) {
            List<Token> tokens = rows.stream()
                    .filter(row -> row.step() != null)
                    .map(row -> token(RenamedElements.step(row.step()), row.tokens()))
                    .toList();
            return new Affected(
                    rows.get(0).caseId(),
                    rows.get(0).instance(),
                    tokens,
                    tokens.stream().anyMatch(this::stays));
        }

        /** A step only the engine passes is no choice: it goes on as it is, or is gone. */
        private Token token(String step, long count) {
            StepMove move = moves.get(step);
            String name = difference.before().nameOf(step);
            if (move != null) {
                return new Token(step, name, count, move.fate(), move.after(), move.afterName());
            }
            String after = difference.after(step).orElse(null);
            return new Token(
                    step,
                    name,
                    count,
                    after == null ? StepMove.Fate.VANISHED : StepMove.Fate.SAME,
                    after,
                    after == null ? null : difference.after().nameOf(after));
        }

        private boolean stays(Token token) {
            return token.fate() == StepMove.Fate.FIXED
                    || token.after() == null
                            && (!moves.containsKey(token.before()) || StepMove.STAY.equals(chosen.get(token.before())));
        }
    }
}
