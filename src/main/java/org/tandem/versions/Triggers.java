package org.tandem.versions;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.tandem.models.difference.Difference;

/** Whether what wakes a token is another thing now. A timer that says the same runs on; a changed one begins anew. */
final class Triggers {

    private Triggers() {}

    static boolean isChanged(Difference difference, String before, String after) {
        Optional<FlowNode> old = difference.before().node(before);
        Optional<FlowNode> now = difference.after().node(after);
        if (old.isEmpty() || now.isEmpty() || definitions(old.get()).findAny().isEmpty()) {
            return false;
        }
        // The engine looks at a condition again only when it is told to.
        return definitions(old.get()).anyMatch(ConditionalEventDefinition.class::isInstance)
                || !text(old.get()).equals(text(now.get()));
    }

    private static Stream<EventDefinition> definitions(FlowNode node) {
        return node instanceof CatchEvent event ? event.getEventDefinitions().stream() : Stream.empty();
    }

    private static String text(FlowNode node) {
        return definitions(node).map(Triggers::text).toList().toString();
    }

    private static String text(EventDefinition definition) {
        if (definition instanceof MessageEventDefinition message && message.getMessage() != null) {
            return String.valueOf(message.getMessage().getName());
        }
        if (definition instanceof SignalEventDefinition signal && signal.getSignal() != null) {
            return String.valueOf(signal.getSignal().getName());
        }
        return definition instanceof TimerEventDefinition timer
                ? timer.getTextContent().strip()
                : "";
    }
}
