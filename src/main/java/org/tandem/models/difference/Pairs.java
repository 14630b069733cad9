package org.tandem.models.difference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Which element of the older version is which of the newer: by id, else by type and name, else by type and place. */
final class Pairs {

    /** Elements drawn closer than this to where another one was stand in its place; in units of the diagram. */
    private static final double NEAR = 20;

    private final Model older;
    private final Model newer;
    private final Map<String, FlowNode> before;
    private final Map<String, FlowNode> after;
    private final Map<String, String> pairs = new LinkedHashMap<>();

    Pairs(Model before, Model after) {
        this.older = before;
        this.newer = after;
        this.before = before.nodes();
        this.after = after.nodes();
    }

    Map<String, String> found() {
        before.keySet().stream().filter(after::containsKey).forEach(id -> pairs.put(id, id));
        match((old, young) -> Model.name(old).equals(Model.name(young)));
        match(this::standsBetweenTheSame);
        match(Pairs::isDrawnAtTheSamePlace);
        return pairs;
    }

    /** Only what is the one and only candidate on both sides. */
    private void match(BiPredicate<FlowNode, FlowNode> alike) {
        for (FlowNode old : open(before, pairs.keySet())) {
            List<FlowNode> candidates = open(after, pairs.values()).stream()
                    .filter(young -> sameType(old, young) && alike.test(old, young))
                    .toList();
            if (candidates.size() == 1 && isOnlyOne(candidates.get(0), alike)) {
                pairs.put(old.getId(), candidates.get(0).getId());
            }
        }
    }

    private boolean isOnlyOne(FlowNode young, BiPredicate<FlowNode, FlowNode> alike) {
        return open(before, pairs.keySet()).stream()
                        .filter(old -> sameType(old, young) && alike.test(old, young))
                        .count()
                == 1;
    }

    private static List<FlowNode> open(Map<String, FlowNode> nodes, Collection<String> taken) {
        return nodes.values().stream()
                .filter(node -> !taken.contains(node.getId()))
                .toList();
    }

    private static boolean sameType(FlowNode old, FlowNode young) {
        return old.getElementType().getTypeName().equals(young.getElementType().getTypeName());
    }

    private boolean standsBetweenTheSame(FlowNode old, FlowNode young) {
        return translated(older.sourcesOf(old)).equals(ids(newer.sourcesOf(young)))
                && translated(older.targetsOf(old)).equals(ids(newer.targetsOf(young)));
    }

    private Set<String> translated(java.util.stream.Stream<FlowNode> nodes) {
        return nodes.map(node -> pairs.getOrDefault(node.getId(), "?" + node.getId()))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(java.util.stream.Stream<FlowNode> nodes) {
        return nodes.map(FlowNode::getId).collect(Collectors.toSet());
    }

    private static boolean isDrawnAtTheSamePlace(FlowNode old, FlowNode young) {
        if (old.getDiagramElement() == null || young.getDiagramElement() == null) {
            return false;
        }
        Bounds was = ((org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape) old.getDiagramElement()).getBounds();
        Bounds is = ((org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape) young.getDiagramElement()).getBounds();
        return Math.abs(was.getX() - is.getX()) < NEAR && Math.abs(was.getY() - is.getY()) < NEAR;
    }
}
