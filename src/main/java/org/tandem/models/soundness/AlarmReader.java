package org.tandem.models.soundness;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CancelEventDefinition;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** Attaches boundary events to their hosts, and finds for everything thrown within the diagram who catches it. */
record AlarmReader(Net net, Map<String, Node> nodes, Map<Node, FlowNode> drawn) {

    /** Colours are bits of a place in a marking. */
    private static final int COLOURS = 14;

    static Node.Kind kind(ThrowEvent event) {
        if (has(event, TerminateEventDefinition.class)) {
            return Node.Kind.TERMINATE;
        } else if (of(event.getEventDefinitions()).kind() != Alarm.Kind.OUTSIDE && !compensates(event)) {
            return Node.Kind.THROW;
        }
        return event instanceof EndEvent ? Node.Kind.END : Node.Kind.STEP;
    }

    static boolean compensates(ThrowEvent event) {
        return has(event, CompensateEventDefinition.class);
    }

    private static boolean has(ThrowEvent event, Class<? extends EventDefinition> type) {
        return event.getEventDefinitions().stream().anyMatch(type::isInstance);
    }

    static Alarm of(CatchEvent event) {
        return of(event.getEventDefinitions());
    }

    private static Alarm of(Collection<EventDefinition> definitions) {
        for (EventDefinition definition : definitions) {
            if (definition instanceof ErrorEventDefinition error) {
                return new Alarm(
                        Alarm.Kind.ERROR,
                        error.getError() == null
                                ? null
                                : code(
                                        error.getError().getErrorCode(),
                                        error.getError().getId()));
            } else if (definition instanceof EscalationEventDefinition escalation) {
                return new Alarm(
                        Alarm.Kind.ESCALATION,
                        escalation.getEscalation() == null
                                ? null
                                : code(
                                        escalation.getEscalation().getEscalationCode(),
                                        escalation.getEscalation().getId()));
            } else if (definition instanceof CancelEventDefinition) {
                return new Alarm(Alarm.Kind.CANCEL, null);
            } else if (definition instanceof CompensateEventDefinition) {
                return new Alarm(Alarm.Kind.COMPENSATION, null);
            }
        }
        return Alarm.OUTSIDE;
    }

    private static String code(String code, String id) {
        return code == null ? id : code;
    }

    void read() {
        drawn.forEach((node, element) -> {
            if (element instanceof BoundaryEvent event) {
                attach(node, event);
            } else if (element instanceof ThrowEvent event) {
                node.alarm = of(event.getEventDefinitions());
            } else if (node.kind == Node.Kind.EVENT_SUBPROCESS) {
                node.inside().starts.forEach(start -> startedBy(node, drawn.get(start)));
            }
        });
        work(net.root);
        net.nodes.stream().filter(this::isWithinCompensation).forEach(node -> node.meantToBeReached = false);
        net.nodes.stream()
                .filter(node -> !node.interrupting)
                .forEach(node -> net.assumptions.add(node.id + " starts again only when what it started has ended"));
        net.nodes.stream()
                .filter(node -> node.kind == Node.Kind.THROW)
                .forEach(node -> node.catcher = catcherOf(node).orElse(null));
    }

    /** Only compensation leads there, which is not covered. */
    private boolean isWithinCompensation(Node node) {
        for (Node host = node.scope.host; host != null; host = host.scope.host) {
            boolean handler = drawn.get(host) instanceof SubProcess subprocess && subprocess.isForCompensation();
            if (handler || host.kind == Node.Kind.EVENT_SUBPROCESS && host.alarm.kind() == Alarm.Kind.COMPENSATION) {
                return true;
            }
        }
        return false;
    }

    private void attach(Node node, BoundaryEvent event) {
        node.alarm = of(event);
        node.interrupting = event.cancelActivity();
        Node host = nodes.get(event.getAttributeValue("attachedToRef"));
        if (host == null) {
            net.gaps.add("the boundary event " + node.id + " is attached to nothing");
        } else if (node.alarm.kind() != Alarm.Kind.COMPENSATION) {
            host.boundaries.add(node);
        }
        if (!node.interrupting) {
            long others = net.nodes.stream().filter(other -> other.colour != 0).count();
            node.colour = 1 << Math.min(others, COLOURS - 1);
            if (others == COLOURS) {
                net.gaps.add("more than " + COLOURS + " boundary events do not interrupt");
            }
        }
    }

    private static void startedBy(Node eventSubprocess, FlowNode start) {
        if (start instanceof StartEvent event) {
            eventSubprocess.alarm = of(event);
            eventSubprocess.interrupting = event.isInterrupting();
        }
    }

    /** Whether there is an activity in the scope, or in one within it. */
    private static boolean work(Scope scope) {
        for (Node node : scope.nodes) {
            scope.works |= node.inner != null && work(node.inner);
        }
        return scope.works;
    }

    /** Inside out: event subprocesses of a scope first, then the boundary events of its host. */
    private static Optional<Node> catcherOf(Node thrower) {
        Node from = thrower;
        for (Scope scope = thrower.scope; ; scope = from.scope) {
            Node within = from;
            Stream<Node> beside = within.kind == Node.Kind.EVENT_SUBPROCESS
                    ? Stream.empty()
                    : scope.nodes.stream().filter(node -> node.kind == Node.Kind.EVENT_SUBPROCESS);
            Stream<Node> around = scope.host == null ? Stream.empty() : scope.host.boundaries.stream();
            Optional<Node> catcher = Stream.concat(beside, around)
                    .filter(node -> node.alarm.catches(thrower.alarm))
                    .findFirst();
            if (catcher.isPresent() || scope.host == null) {
                return catcher;
            }
            from = scope.host;
        }
    }
}
