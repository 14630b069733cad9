package org.tandem.models;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** A call leads to a process of the house and passes the case on: the business key is not inherited. */
record CallRules(House house, Findings findings) {

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    void check() {
        Set<String> processes = house.diagrams().stream()
                .flatMap(Diagram::processes)
                .map(Process::getId)
                .collect(Collectors.toSet());
        house.diagrams().forEach(diagram -> diagram.all(CallActivity.class).forEach(call -> {
            findings.at(diagram.file(), call.getId())
                    .unless(
                            processes.contains(call.getCalledElement()),
                            Rule.CALLED_PROCESS_EXISTS,
                            "it calls " + ProcessRules.said(call.getCalledElement())
                                    + ", which is no process of the house.",
                            "Set calledElement to one of: "
                                    + String.join(
                                            ", ", processes.stream().sorted().toList()) + ".");
            findings.at(diagram.file(), call.getId())
                    .unless(
                            passesBusinessKey(call),
                            Rule.BUSINESS_KEY_PASSED,
                            "it does not pass the business key on.",
                            "Add <camunda:in businessKey=\"" + BUSINESS_KEY + "\" /> to it.");
        }));
    }

    private static boolean passesBusinessKey(CallActivity call) {
        // Either the caller's own case or, where the called process has a case of its own, that one's id.
        return Stream.ofNullable(call.getExtensionElements())
                .flatMap(extensions -> extensions.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .map(CamundaIn::getCamundaBusinessKey)
                .anyMatch(key -> key != null && key.matches("[#$]\\{.+}"));
    }
}
