package org.tandem.models.drawing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Lays out a file that holds no drawing: each step one column after the first that leads to it. */
final class LeftToRight {

    private static final double COLUMN = 170;
    private static final double ROW = 120;
    private static final double WIDTH = 100;
    private static final double HEIGHT = 70;
    private static final double SIGN = 44;

    private final Collection<FlowNode> nodes;
    private final Collection<SequenceFlow> flows;
    private final Map<FlowNode, Integer> columns = new LinkedHashMap<>();

    LeftToRight(BpmnModelInstance model) {
        nodes = model.getModelElementsByType(FlowNode.class);
        flows = model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .toList();
    }

    Layout layout() {
        nodes.stream().filter(this::isFirst).forEach(first -> spread(first, 0));
        nodes.stream().filter(node -> !columns.containsKey(node)).forEach(island -> spread(island, 0));
        Map<BaseElement, Box> boxes = boxes();
        Map<BaseElement, List<Layout.Point>> lines = new LinkedHashMap<>();
        flows.forEach(flow -> lines.put(flow, line(boxes.get(flow.getSource()), boxes.get(flow.getTarget()))));
        return new Layout(boxes, lines);
    }

    private boolean isFirst(FlowNode node) {
        return flows.stream().noneMatch(flow -> flow.getTarget().equals(node))
                && !(node instanceof BoundaryEvent)
                && !(node.getParentElement() instanceof SubProcess);
    }

    /** What is inside a subprocess and what leaves its boundary stand a column further, like what follows it. */
    private void spread(FlowNode first, int column) {
        Deque<FlowNode> open = new ArrayDeque<>(List.of(first));
        columns.put(first, column);
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            nodes.stream()
                    .filter(next -> follows(next, node) && !columns.containsKey(next))
                    .forEach(next -> {
                        columns.put(next, columns.get(node) + 1);
                        open.add(next);
                    });
        }
    }

    private boolean follows(FlowNode next, FlowNode node) {
        boolean inside = node.equals(next.getParentElement())
                && flows.stream().noneMatch(flow -> flow.getTarget().equals(next));
        boolean boundary = next instanceof BoundaryEvent event && node.equals(event.getAttachedTo());
        return inside
                || boundary
                || flows.stream()
                        .anyMatch(flow -> flow.getSource().equals(node)
                                && flow.getTarget().equals(next));
    }

    private Map<BaseElement, Box> boxes() {
        Map<BaseElement, Box> boxes = new LinkedHashMap<>();
        Map<Integer, Integer> rows = new HashMap<>();
        columns.forEach((node, column) -> {
            double x = column * COLUMN;
            double y = (rows.merge(column, 1, Integer::sum) - 1) * ROW;
            boxes.put(
                    node,
                    node instanceof Activity
                            ? new Box(x, y, WIDTH, HEIGHT)
                            : new Box(x + (WIDTH - SIGN) / 2, y + (HEIGHT - SIGN) / 2, SIGN, SIGN));
        });
        return boxes;
    }

    /** A way back goes below, so that it does not lie on the way forth. */
    private static List<Layout.Point> line(Box from, Box to) {
        if (to.x() > from.x()) {
            return List.of(new Layout.Point(from.right(), from.centre()), new Layout.Point(to.x(), to.centre()));
        }
        double below = Math.max(from.bottom(), to.bottom()) + ROW / 3;
        return List.of(
                new Layout.Point(from.middle(), from.bottom()),
                new Layout.Point(from.middle(), below),
                new Layout.Point(to.middle(), below),
                new Layout.Point(to.middle(), to.bottom()));
    }
}
