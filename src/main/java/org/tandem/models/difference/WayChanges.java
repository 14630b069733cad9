package org.tandem.models.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** What became of the ways from one element to the next, and of the conditions they are taken under. */
@RequiredArgsConstructor
final class WayChanges {

    private final Model before;
    private final Model after;
    private final Map<String, String> pairs;

    List<Change> all() {
        List<Change> changes = new ArrayList<>();
        List<SequenceFlow> young = new ArrayList<>();
        after.flows().forEach(young::add);
        for (SequenceFlow old : before.flows()) {
            Optional<SequenceFlow> now = same(old, young);
            now.ifPresent(young::remove);
            if (now.isEmpty()) {
                changes.add(way(Change.Kind.WAY_REMOVED, old, null, "", ""));
            } else {
                compare(old, now.get(), changes);
            }
        }
        young.forEach(flow -> changes.add(way(Change.Kind.WAY_ADDED, null, flow, "", "")));
        return changes;
    }

    /** The way between the same two elements; where there are several, the one of the same id or name. */
    private Optional<SequenceFlow> same(SequenceFlow old, List<SequenceFlow> young) {
        List<SequenceFlow> candidates = young.stream()
                .filter(flow -> flow.getSource()
                                .getId()
                                .equals(pairs.get(old.getSource().getId()))
                        && flow.getTarget()
                                .getId()
                                .equals(pairs.get(old.getTarget().getId())))
                .toList();
        return candidates.stream()
                .filter(flow -> flow.getId().equals(old.getId()))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(flow -> Objects.equals(flow.getName(), old.getName()))
                        .findFirst())
                .or(() -> candidates.stream().findFirst());
    }

    private static void compare(SequenceFlow old, SequenceFlow now, List<Change> changes) {
        if (!nameOf(old).equals(nameOf(now))) {
            changes.add(way(Change.Kind.WAY_RENAMED, old, now, nameOf(old), nameOf(now)));
        }
        if (!condition(old).equals(condition(now))) {
            changes.add(way(Change.Kind.CONDITION_CHANGED, old, now, condition(old), condition(now)));
        }
    }

    private static Change way(
            Change.Kind kind, @Nullable SequenceFlow old, @Nullable SequenceFlow now, String was, String is) {
        SequenceFlow told = now == null ? Objects.requireNonNull(old) : now;
        String name = nameOf(told).isEmpty() ? "" : " (" + nameOf(told) + ")";
        return new Change(
                kind,
                old == null ? null : old.getId(),
                now == null ? null : now.getId(),
                "sequenceFlow",
                Model.name(told.getSource()) + " → " + Model.name(told.getTarget()) + name,
                was,
                is,
                List.of());
    }

    private static String nameOf(SequenceFlow flow) {
        return flow.getName() == null ? "" : flow.getName();
    }

    /** The default way is taken when no condition holds. */
    private static String condition(SequenceFlow flow) {
        FlowNode source = flow.getSource();
        SequenceFlow otherwise = source instanceof ExclusiveGateway gateway
                ? gateway.getDefault()
                : source instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
        if (flow.equals(otherwise)) {
            return "–";
        }
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }
}
