package org.tandem.models.difference;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What an element says about itself, as one text for each way in which it can change. */
@RequiredArgsConstructor
enum Aspect {
    CANDIDATES(
            Change.Kind.CANDIDATES_CHANGED,
            node -> node instanceof UserTask task ? task.getCamundaCandidateGroups() : ""),
    REPEAT(Change.Kind.REPEAT_CHANGED, Aspect::repeat),
    TIMER(Change.Kind.TIMER_CHANGED, node -> events(node, TimerEventDefinition.class, Aspect::text)),
    MESSAGE(
            Change.Kind.MESSAGE_CHANGED,
            node -> events(
                    node,
                    MessageEventDefinition.class,
                    event ->
                            event.getMessage() == null ? "" : event.getMessage().getName())),
    CALLED(Change.Kind.CALLED_CHANGED, Aspect::called),
    WORK(Change.Kind.WORK_CHANGED, node -> node instanceof ServiceTask task ? task.getCamundaDelegateExpression() : ""),
    PLACE(
            Change.Kind.PLACE_CHANGED,
            node -> node instanceof BoundaryEvent event ? Model.name(event.getAttachedTo()) : ""),
    SETTINGS(Change.Kind.SETTINGS_CHANGED, Settings::of),
    DESCRIPTION(Change.Kind.DESCRIPTION_CHANGED, node -> node.getDocumentations().stream()
            .map(Documentation::getTextContent)
            .map(String::strip)
            .collect(Collectors.joining(" ")));

    private final Change.Kind kind;
    private final Function<FlowNode, @Nullable String> text;

    Change.Kind kind() {
        return kind;
    }

    String of(FlowNode node) {
        String found = text.apply(node);
        return found == null ? "" : found;
    }

    private static String repeat(FlowNode node) {
        if (!(node instanceof Activity activity)
                || !(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop)) {
            return "";
        }
        String until = loop.getCompletionCondition() == null
                ? ""
                : " " + loop.getCompletionCondition().getTextContent().strip();
        return (loop.isSequential() ? "→ " : "") + loop.getCamundaCollection() + until;
    }

    private static String called(FlowNode node) {
        if (node instanceof CallActivity call) {
            return Stream.concat(
                            Stream.of(String.valueOf(call.getCalledElement())),
                            call.getExtensionElements() == null
                                    ? Stream.of()
                                    : Stream.concat(
                                            children(call, CamundaIn.class)
                                                    .map(in -> in.getCamundaBusinessKey() == null
                                                            ? in.getCamundaSource() + " → " + in.getCamundaTarget()
                                                            : in.getCamundaBusinessKey()),
                                            children(call, CamundaOut.class)
                                                    .map(out ->
                                                            out.getCamundaTarget() + " ← " + out.getCamundaSource())))
                    .collect(Collectors.joining(", "));
        }
        return node instanceof BusinessRuleTask rule ? String.valueOf(rule.getCamundaDecisionRef()) : "";
    }

    private static <T extends ModelElementInstance> Stream<T> children(CallActivity call, Class<T> type) {
        return call.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }

    private static <T extends ModelElementInstance> String events(
            FlowNode node, Class<T> type, Function<T, @Nullable String> text) {
        if (!(node instanceof CatchEvent event)) {
            return "";
        }
        Collection<T> found = event.getChildElementsByType(type);
        return found.stream().map(text).map(String::valueOf).map(String::strip).collect(Collectors.joining(", "));
    }

    private static String text(TimerEventDefinition timer) {
        return Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                .filter(java.util.Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(", "));
    }
}
