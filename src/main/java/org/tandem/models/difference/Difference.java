package org.tandem.models.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is different between two versions of a process.
 *
 * @param pairs ids of the older version with the ids the same elements have in the newer one
 */
public record Difference(Model before, Model after, List<Change> changes, Map<String, String> pairs) {

    public static Difference between(Model before, Model after) {
        Map<String, String> pairs = new Pairs(before, after).found();
        List<Change> changes = new ArrayList<>(new NodeChanges(before, after, pairs).all());
        changes.addAll(new WayChanges(before, after, pairs).all());
        return new Difference(before, after, List.copyOf(changes), pairs);
    }

    /** The same element in the newer version; empty when it is gone. */
    public Optional<String> after(String id) {
        return Optional.ofNullable(pairs.get(id));
    }

    public boolean changes(String before, Change.Kind kind) {
        return changes.stream().anyMatch(change -> change.kind() == kind && before.equals(change.before()));
    }

    public List<Change> of(String before) {
        return changes.stream()
                .filter(change ->
                        before.equals(change.before()) && !change.kind().isAboutWay())
                .toList();
    }
}
