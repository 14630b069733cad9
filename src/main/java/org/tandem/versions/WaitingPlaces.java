package org.tandem.versions;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.tandem.models.difference.Difference;
import org.tandem.models.difference.Model;

/** Where in a diagram tokens rest, and which places of the newer version can take those of the older. */
record WaitingPlaces(Difference difference) {

    private static final Set<String> RESTING = Set.of(
            "userTask",
            "callActivity",
            "receiveTask",
            "intermediateCatchEvent",
            "eventBasedGateway",
            "parallelGateway",
            "inclusiveGateway");

    static String type(FlowNode node) {
        return node.getElementType().getTypeName();
    }

    static boolean isPlace(FlowNode node) {
        return RESTING.contains(type(node));
    }

    /** Whether it is done once, by several at a time or by one after the other: the engine moves tokens only within one of them. */
    static String repetition(FlowNode node) {
        return node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                ? loop.isSequential() ? "sequential" : "parallel"
                : "";
    }

    static boolean isRepeated(FlowNode node) {
        return node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** Steps of one kind: a single one never becomes one that is asked of several, nor the other way round. */
    Stream<FlowNode> targets(FlowNode old) {
        return difference.after().nodes().values().stream()
                .filter(young -> type(young).equals(type(old))
                        && repetition(young).equals(repetition(old))
                        && Objects.equals(scope(young), scopeAfter(old)));
    }

    private String scopeAfter(FlowNode old) {
        String scope = scope(old);
        return difference.pairs().getOrDefault(scope, scope);
    }

    /** The subprocess a node lies in, or the process. */
    private static String scope(FlowNode node) {
        return String.valueOf(node.getParentElement().getAttributeValue("id"));
    }

    /** For tokens of a step that is gone: the next place on their way that still is, otherwise any. */
    Optional<String> suggestion(FlowNode old) {
        Set<String> allowed = targets(old).map(FlowNode::getId).collect(java.util.stream.Collectors.toSet());
        Map<String, String> pairs = difference.pairs();
        java.util.Set<String> seen = new java.util.HashSet<>();
        java.util.Deque<FlowNode> road = new java.util.ArrayDeque<>(java.util.List.of(old));
        while (!road.isEmpty()) {
            FlowNode here = road.poll();
            String now = pairs.get(here.getId());
            if (here != old && now != null && allowed.contains(now)) {
                return Optional.of(now);
            }
            difference
                    .before()
                    .targetsOf(here)
                    .filter(next -> seen.add(next.getId()))
                    .forEach(road::add);
        }
        return allowed.stream().sorted().findFirst();
    }

    static String name(Model model, String id) {
        return model.nameOf(id);
    }
}
