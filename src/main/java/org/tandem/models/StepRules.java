package org.tandem.models;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;

/** Ids that say what they are, names that people can read. */
record StepRules(House house, Findings findings) {

    void check() {
        Map<String, String> tasks = new HashMap<>();
        for (Diagram diagram : house.diagrams()) {
            diagram.all(FlowNode.class).forEach(node -> describes(diagram, node, "[a-z][A-Za-z0-9]*"));
            diagram.all(SequenceFlow.class).forEach(flow -> describes(diagram, flow, "(?!(?:Sequence)?Flow_|sid-).*"));
            diagram.all(FlowNode.class).stream()
                    .filter(node -> node instanceof Activity || node instanceof Event)
                    .forEach(node -> named(diagram, node));
            diagram.all(Task.class).forEach(task -> unique(diagram, task, tasks));
        }
    }

    private void describes(Diagram diagram, FlowElement element, String pattern) {
        findings.at(diagram.file(), String.valueOf(element.getId()))
                .unless(
                        element.getId() != null && element.getId().matches(pattern),
                        Rule.ID_DESCRIBES,
                        "the id says nothing.",
                        "Name it: a task by verb and noun (vetCountry), an event by noun and participle (countryVetted).");
    }

    private void named(Diagram diagram, FlowNode node) {
        findings.at(diagram.file(), node.getId())
                .unless(
                        node.getName() != null && !node.getName().isBlank(),
                        Rule.STEP_NAMED,
                        "the step has no name.",
                        "Write what people call it; the step list beside the diagram shows it.");
    }

    private void unique(Diagram diagram, Task task, Map<String, String> seen) {
        String other = seen.putIfAbsent(task.getId(), diagram.file());
        findings.at(diagram.file(), task.getId())
                .unless(
                        other == null,
                        Rule.ID_UNIQUE,
                        "the id is also used in " + other + ".",
                        "Task ids are unique in the house: give one of them another name.");
    }
}
