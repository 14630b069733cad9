package org.tandem.models;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file. */
record Diagram(String file, BpmnModelInstance model) {

    String module() {
        return ModelFiles.module(file);
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    Stream<Process> processes() {
        return all(Process.class).stream();
    }

    /** By sourceRef: the list of outgoing flows within the node may be missing although the engine runs it. */
    List<SequenceFlow> outgoing(FlowNode node) {
        return all(SequenceFlow.class).stream()
                .filter(flow -> node.getId().equals(flow.getAttributeValue("sourceRef")))
                .toList();
    }
}
