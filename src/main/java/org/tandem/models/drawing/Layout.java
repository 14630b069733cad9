package org.tandem.models.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Where elements and flows of a file lie. */
record Layout(Map<BaseElement, Box> boxes, Map<BaseElement, List<Point>> lines) {

    record Point(double x, double y) {}

    /** As its author drew it; a file without a drawing is laid out from left to right. */
    static Layout of(BpmnModelInstance model) {
        Map<BaseElement, Box> boxes = new LinkedHashMap<>();
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() != null && shape.getBounds() != null) {
                boxes.put(shape.getBpmnElement(), Box.of(shape.getBounds()));
            }
        }
        return boxes.isEmpty() ? new LeftToRight(model).layout() : new Layout(boxes, drawn(model));
    }

    private static Map<BaseElement, List<Point>> drawn(BpmnModelInstance model) {
        Map<BaseElement, List<Point>> lines = new LinkedHashMap<>();
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() != null && !edge.getWaypoints().isEmpty()) {
                lines.put(
                        edge.getBpmnElement(),
                        edge.getWaypoints().stream()
                                .map(point -> new Point(point.getX(), point.getY()))
                                .toList());
            }
        }
        return lines;
    }

    Box whole() {
        return Stream.concat(boxes.values().stream(), lines.values().stream().map(Box::around))
                .reduce(Box::and)
                .orElse(new Box(0, 0, 0, 0));
    }
}
