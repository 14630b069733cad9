package org.tandem.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.jspecify.annotations.Nullable;

/** A service task and the bean that does it bear the same name. */
record DelegateRules(House house, Findings findings) {

    private static final String SUFFIX = "Delegate";

    void check() {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Diagram diagram : house.diagrams()) {
            diagram.all(ServiceTask.class)
                    .forEach(task -> check(diagram, task.getId(), task.getCamundaDelegateExpression(), wanted));
            diagram.all(SendTask.class)
                    .forEach(task -> check(diagram, task.getId(), task.getCamundaDelegateExpression(), wanted));
            diagram.all(BusinessRuleTask.class).stream()
                    .filter(task -> task.getCamundaDecisionRef() == null)
                    .forEach(task -> check(diagram, task.getId(), task.getCamundaDelegateExpression(), wanted));
            diagram.all(ThrowEvent.class).forEach(event -> check(diagram, event, wanted));
        }
        wanted.forEach((bean, file) -> findings.at(file, task(bean))
                .unless(
                        house.surroundings().delegates().contains(bean),
                        Rule.DELEGATE_EXISTS,
                        "there is no bean “" + bean + "”.",
                        "Add it to the …Delegates of " + ModelFiles.module(file) + ", or correct the task id."));
        new TreeSet<>(house.surroundings().delegates())
                .stream()
                        .filter(bean -> bean.endsWith(SUFFIX) && !wanted.containsKey(bean))
                        .forEach(bean -> findings.at("processes", bean)
                                .add(
                                        Rule.DELEGATE_USED,
                                        "no task calls this bean.",
                                        "Draw a service task with the id “" + task(bean) + "”, or remove the bean."));
    }

    private void check(Diagram diagram, Event event, Map<String, String> wanted) {
        event.getChildElementsByType(MessageEventDefinition.class)
                .forEach(message -> check(diagram, event.getId(), message.getCamundaDelegateExpression(), wanted));
    }

    private void check(Diagram diagram, String id, @Nullable String expression, Map<String, String> wanted) {
        wanted.put(id + SUFFIX, diagram.file());
        findings.at(diagram.file(), id)
                .unless(
                        ("${" + id + SUFFIX + "}").equals(expression),
                        Rule.DELEGATE_NAMED_LIKE_ITS_TASK,
                        "the delegate expression is " + ProcessRules.said(expression) + ".",
                        "Set camunda:delegateExpression to ${" + id + SUFFIX + "}.");
    }

    private static String task(String bean) {
        return bean.substring(0, bean.length() - SUFFIX.length());
    }
}
