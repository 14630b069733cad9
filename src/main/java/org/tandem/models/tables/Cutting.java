package org.tandem.models.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Walks column by column through everything the inputs may be, together with the rules that still apply. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class Cutting {

    /** Some input, in words, and the rules that answer it. */
    record Answer(String input, BitSet rules) {}

    private static final int LIMIT = 200_000;

    private final List<Column> columns;
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Answer> answers = new ArrayList<>();

    /** One example for each set of rules that can answer together, the empty set included. */
    static List<Answer> of(List<Column> columns, int rules) {
        Cutting cutting = new Cutting(columns);
        BitSet all = new BitSet();
        all.set(0, rules);
        cutting.walk(0, all, List.of());
        return cutting.answers;
    }

    private void walk(int depth, BitSet rules, List<String> words) {
        if (!seen.add(List.of(depth, rules))) {
            return;
        }
        if (seen.size() > LIMIT) {
            throw new NotUnderstood("there are more than " + LIMIT + " cases");
        }
        if (depth == columns.size() || rules.isEmpty()) {
            answers.add(new Answer(words.isEmpty() ? "any input" : String.join(", ", words), rules));
            return;
        }
        Column column = columns.get(depth);
        Map<BitSet, List<String>> groups = new LinkedHashMap<>();
        for (Cell cell : column.cells()) {
            BitSet left = new BitSet();
            rules.stream().filter(rule -> column.admits(rule, cell)).forEach(left::set);
            groups.computeIfAbsent(left, key -> new ArrayList<>()).add(cell.words());
        }
        groups.forEach((left, cells) -> {
            List<String> further = new ArrayList<>(words);
            if (groups.size() > 1) {
                further.add(column.name() + " " + cells.stream().collect(Collectors.joining(" or ")));
            }
            walk(depth + 1, left, further);
        });
    }
}
