package org.tandem.models;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** A business rule task finds its table in its own deployment and gets one value from it. */
record DecisionRules(House house, Findings findings) {

    void check() {
        house.diagrams().forEach(diagram -> diagram.all(BusinessRuleTask.class).stream()
                .filter(task -> task.getCamundaDecisionRef() != null)
                .forEach(task -> check(diagram, task)));
        house.decisions().forEach(this::check);
    }

    private void check(Diagram diagram, BusinessRuleTask task) {
        Findings.Place here = findings.at(diagram.file(), task.getId());
        here.unless(
                decisionsOf(diagram.module()).anyMatch(task.getCamundaDecisionRef()::equals),
                Rule.DECISION_EXISTS,
                "there is no decision “" + task.getCamundaDecisionRef() + "” in processes/" + diagram.module() + ".",
                "Create the table, or correct camunda:decisionRef.");
        here.unless(
                "deployment".equals(task.getCamundaDecisionRefBinding()),
                Rule.DECISION_BOUND_TO_ITS_DEPLOYMENT,
                "the decision binding is " + ProcessRules.said(task.getCamundaDecisionRefBinding()) + ".",
                "Set camunda:decisionRefBinding to “deployment”.");
        here.unless(
                "singleEntry".equals(task.getCamundaMapDecisionResult()) && task.getCamundaResultVariable() != null,
                Rule.DECISION_GIVES_ONE_VALUE,
                "the result is mapped as " + ProcessRules.said(task.getCamundaMapDecisionResult()) + " to variable "
                        + ProcessRules.said(task.getCamundaResultVariable()) + ".",
                "Set camunda:mapDecisionResult to “singleEntry” and name a camunda:resultVariable.");
    }

    private void check(String file, DmnModelInstance model) {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        boolean first = decisions.stream()
                .findFirst()
                .filter(decision -> decision.getId().equals(ModelFiles.base(file)))
                .isPresent();
        boolean all = decisions.stream().allMatch(decision -> decision.getId().startsWith(ModelFiles.module(file)));
        findings.at(file, "decision")
                .unless(
                        first && all,
                        Rule.DECISION_NAMED_LIKE_ITS_FILE,
                        "the file holds "
                                + decisions.stream().map(Decision::getId).toList() + ".",
                        "Name the first decision “" + ModelFiles.base(file) + "”, and begin every further one with “"
                                + ModelFiles.module(file) + "”.");
    }

    private Stream<String> decisionsOf(String module) {
        return house.decisions().entrySet().stream()
                .filter(file -> ModelFiles.module(file.getKey()).equals(module))
                .flatMap(file -> file.getValue().getModelElementsByType(Decision.class).stream())
                .map(Decision::getId);
    }
}
