package org.tandem.models;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A fork in the road asks a question, and there is a way on whatever the answer. */
record GatewayRules(House house, Findings findings) {

    void check() {
        house.diagrams().forEach(diagram -> diagram.all(Gateway.class).stream()
                .filter(gateway -> diagram.outgoing(gateway).size() > 1 && !(gateway instanceof ParallelGateway))
                .forEach(gateway -> check(diagram, gateway)));
    }

    private void check(Diagram diagram, Gateway gateway) {
        Findings.Place here = findings.at(diagram.file(), gateway.getId());
        here.unless(
                gateway.getName() != null && gateway.getName().strip().endsWith("?"),
                Rule.GATEWAY_ASKS,
                "the gateway is called " + ProcessRules.said(gateway.getName()) + ", which is no question.",
                "Name it by what decides the way, as in “Same answer?”.");
        SequenceFlow otherwise = gateway instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : gateway instanceof InclusiveGateway inclusive ? inclusive.getDefault() : null;
        if (!(gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)) {
            return;
        }
        List<String> blind = diagram.outgoing(gateway).stream()
                .filter(flow -> !flow.equals(otherwise) && flow.getConditionExpression() == null)
                .map(SequenceFlow::getId)
                .toList();
        here.unless(
                blind.isEmpty(),
                Rule.GATEWAY_ALWAYS_GOES_ON,
                "these ways have no condition: " + String.join(", ", blind) + ".",
                "Give them one, or make one of them the default.");
    }
}
