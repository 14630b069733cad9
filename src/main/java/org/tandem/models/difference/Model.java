package org.tandem.models.difference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * One version of a process with what belongs to it.
 *
 * @param forms JSON by the id of the form
 * @param decisions XML by the id of the decision
 */
public record Model(BpmnModelInstance bpmn, Map<String, String> forms, Map<String, String> decisions) {

    public Map<String, FlowNode> nodes() {
        Map<String, FlowNode> nodes = new LinkedHashMap<>();
        bpmn.getModelElementsByType(FlowNode.class).forEach(node -> nodes.put(node.getId(), node));
        return nodes;
    }

    public Optional<FlowNode> node(String id) {
        return Optional.ofNullable(nodes().get(id));
    }

    /** What the diagram calls it; its id where it has no name. */
    public String nameOf(String id) {
        return node(id).map(Model::name).orElse(id);
    }

    Iterable<SequenceFlow> flows() {
        return bpmn.getModelElementsByType(SequenceFlow.class);
    }

    /** By targetRef: the lists within the nodes may be missing although the engine runs them. */
    public Stream<FlowNode> sourcesOf(FlowNode node) {
        return neighbours("targetRef", node, "sourceRef");
    }

    public Stream<FlowNode> targetsOf(FlowNode node) {
        return neighbours("sourceRef", node, "targetRef");
    }

    private Stream<FlowNode> neighbours(String here, FlowNode node, String there) {
        Map<String, FlowNode> nodes = nodes();
        return bpmn.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.getId().equals(flow.getAttributeValue(here)))
                .map(flow -> nodes.get(flow.getAttributeValue(there)))
                .filter(Objects::nonNull);
    }

    static String name(FlowNode node) {
        String name = node.getName();
        return name == null || name.isBlank() ? node.getId() : name;
    }
}
