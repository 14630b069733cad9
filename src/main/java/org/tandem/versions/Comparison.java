package org.tandem.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An older version beside the newest one.
 *
 * @param cases that follow the older version
 * @param moves where the tokens of each step go
 * @param affected some of these cases one by one
 * @param migration under way already, null when there is none
 */
record Comparison(
        Version from,
        Version to,
        long cases,
        Verdict verdict,
        List<ChangeWords.Line> changes,
        List<StepMove> moves,
        Map<String, String> suggestions,
        AffectedCases.Page affected,
        List<Notice> notices,
        @Nullable Migration migration) {

    /** @param status ADDED, REMOVED or CHANGED */
    public record Mark(String node, String status, String sign) {}

    /** What the diagram of the one side or the other shows; the list of changes says the same. */
    public List<Mark> marks(boolean old) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        changes.stream()
                .map(ChangeWords.Line::change)
                .filter(change -> !change.kind().isAboutWay())
                .forEach(change -> {
                    String node = old ? change.before() : change.after();
                    if (node != null) {
                        marks.put(node, mark(node, change.before() == null, change.after() == null));
                    }
                });
        return List.copyOf(marks.values());
    }

    private static Mark mark(String node, boolean added, boolean removed) {
        return added
                ? new Mark(node, "ADDED", "+")
                : removed ? new Mark(node, "REMOVED", "\u2212") : new Mark(node, "CHANGED", "\u2260");
    }

    /** About steps, events and questions. */
    public List<ChangeWords.Line> stepChanges() {
        return changes.stream()
                .filter(line -> !line.change().kind().isAboutWay())
                .toList();
    }

    /** About the ways between them. */
    public List<ChangeWords.Line> wayChanges() {
        return changes.stream()
                .filter(line -> line.change().kind().isAboutWay())
                .toList();
    }

    /** Steps at which cases rest, and steps for which there is a choice. */
    public List<StepMove> told() {
        return moves.stream()
                .filter(move -> move.waiting() > 0 || move.isChoice())
                .toList();
    }
}
