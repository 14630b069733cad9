package org.tandem.models.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.DomElement;

/** How an element runs, as far as no other aspect says it: so that no change of behaviour goes unsaid. */
final class Settings {

    private static final String ENGINE = BpmnModelConstants.CAMUNDA_NS;
    private static final List<String> OF_ENGINE = List.of(
            "assignee",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "class",
            "expression",
            "resultVariable",
            "type",
            "topic",
            "taskPriority",
            "exclusive",
            "jobPriority",
            "initiator",
            "mapDecisionResult",
            "decisionRefBinding",
            "decisionRefVersion",
            "calledElementBinding",
            "calledElementVersion",
            "variableMappingDelegateExpression");
    private static final List<String> REFERENCES =
            List.of("errorRef", "escalationRef", "signalRef", "messageRef", "linkRef");
    private static final List<String> WAYS_TO_CALL = List.of("event", "class", "expression", "delegateExpression");

    private final List<String> said = new ArrayList<>();

    private Settings() {}

    static String of(FlowNode node) {
        Settings settings = new Settings();
        settings.own(node);
        node.getDomElement().getChildElements().forEach(settings::event);
        settings.repetition(node);
        settings.extensions(node.getChildElementsByType(ExtensionElements.class).stream());
        return String.join("; ", settings.said);
    }

    private void own(FlowNode node) {
        say(node instanceof BoundaryEvent event && !event.cancelActivity(), "goes on");
        say(node.isCamundaAsyncBefore(), "waits before");
        say(node.isCamundaAsyncAfter(), "waits after");
        say(node instanceof StartEvent start && !start.isInterrupting(), "does not interrupt");
        DomElement element = node.getDomElement();
        OF_ENGINE.forEach(name -> attribute(element, ENGINE, name));
        say(node instanceof Activity && element.getAttribute("default") != null, "has a default way");
        reference(element, "messageRef");
    }

    /** What an event throws or waits for; times and messages of catching events have sentences of their own. */
    private void event(DomElement child) {
        String name = child.getLocalName();
        if (name.endsWith("EventDefinition")) {
            said.add(name.replaceFirst("EventDefinition$", ""));
            REFERENCES.forEach(reference -> reference(child, reference));
            attribute(child, ENGINE, "delegateExpression");
            said.addAll(child.getChildElements().stream()
                    .filter(condition -> condition.getLocalName().equals("condition"))
                    .map(Settings::text)
                    .toList());
        }
    }

    private void repetition(FlowNode node) {
        if (node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
            attribute(loop.getDomElement(), ENGINE, "elementVariable");
            if (loop.getLoopCardinality() != null) {
                said.add("loopCardinality " + text(loop.getLoopCardinality().getDomElement()));
            }
        }
    }

    /** Listeners, inputs, outputs and whatever else is written there; what is handed to a called process is said elsewhere. */
    private void extensions(Stream<ExtensionElements> all) {
        all.flatMap(elements -> elements.getDomElement().getChildElements().stream())
                .filter(child -> !List.of("in", "out").contains(child.getLocalName()))
                .map(child -> (child.getLocalName() + " " + calls(child) + " " + text(child)).strip())
                .forEach(said::add);
    }

    private static String calls(DomElement child) {
        return WAYS_TO_CALL.stream()
                .map(child::getAttribute)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private void reference(DomElement element, String name) {
        String id = element.getAttribute(name);
        if (id != null) {
            DomElement named = element.getDocument().getElementById(id);
            String text = named == null ? null : named.getAttribute("name");
            said.add(name.replaceFirst("Ref$", "") + " " + (text == null ? id : text));
        }
    }

    private void attribute(DomElement element, String namespace, String name) {
        String value = element.getAttribute(namespace, name);
        say(value != null, name + " " + value);
    }

    private void say(boolean holds, String what) {
        if (holds) {
            said.add(what);
        }
    }

    private static String text(DomElement element) {
        String text = element.getTextContent();
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
