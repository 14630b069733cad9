package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Connects nodes by sourceRef and targetRef, finds where each scope begins, and says which ways can be taken together. */
record WayReader(Net net, Map<String, Node> nodes, Map<Node, FlowNode> drawn) {

    /** With more, not every set of ways out is tried. */
    private static final int MANY = 10;

    void read(Process process) {
        process.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> isWithin(flow, process))
                .forEach(this::connect);
        drawn.forEach(this::link);
        for (Node node : net.nodes) {
            node.choices = choices(node);
        }
        begin(net.root);
        net.nodes.stream().filter(node -> node.inner != null).forEach(node -> begin(node.inside()));
    }

    private static boolean isWithin(ModelElementInstance element, Process process) {
        ModelElementInstance parent = element.getParentElement();
        while (parent != null && !parent.equals(process)) {
            if (NetReader.AD_HOC.equals(parent.getDomElement().getLocalName())) {
                return false;
            }
            parent = parent.getParentElement();
        }
        return parent != null;
    }

    private void connect(SequenceFlow flow) {
        Node source = nodes.get(flow.getAttributeValue("sourceRef"));
        Node target = nodes.get(flow.getAttributeValue("targetRef"));
        if (source == null || target == null) {
            net.gaps.add("the sequence flow " + flow.getId() + " hangs in the air");
        } else if (target.kind == Node.Kind.BOUNDARY || target.kind == Node.Kind.EVENT_SUBPROCESS) {
            net.gaps.add("the sequence flow " + flow.getId() + " leads to " + target.id + ", which none may lead to");
        } else if (isLink(source)) {
            net.gaps.add(
                    "the sequence flow " + flow.getId() + " leaves " + source.id + ", which goes on at its other half");
        } else {
            add(source, target, flow.getConditionExpression() != null, flow.equals(otherwise(drawn.get(source))));
        }
    }

    private static void add(Node source, Node target, boolean conditional, boolean otherwise) {
        Way way = new Way(target.in.size(), source, target, conditional, otherwise);
        source.out.add(way);
        target.in.add(way);
    }

    private static @Nullable SequenceFlow otherwise(@Nullable FlowNode source) {
        return source instanceof ExclusiveGateway exclusive
                ? exclusive.getDefault()
                : source instanceof InclusiveGateway inclusive
                        ? inclusive.getDefault()
                        : source instanceof Activity activity ? activity.getDefault() : null;
    }

    /** A link is a way without a line. */
    private void link(Node from, FlowNode element) {
        if (!isLink(from)) {
            return;
        }
        Set<String> names = links(element);
        drawn.forEach((to, other) -> {
            if (other instanceof CatchEvent
                    && to.scope == from.scope
                    && links(other).stream().anyMatch(names::contains)) {
                add(from, to, false, false);
            }
        });
    }

    private boolean isLink(Node node) {
        FlowNode element = drawn.get(node);
        return element instanceof ThrowEvent
                && !element.getChildElementsByType(LinkEventDefinition.class).isEmpty();
    }

    private static Set<String> links(FlowNode element) {
        return element.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<List<Way>> choices(Node node) {
        if (node.out.isEmpty() && isLink(node)) {
            return List.of(); // its other half is missing: a token waits here for ever
        }
        return switch (node.kind) {
            case CHOICE ->
                node.out.isEmpty()
                        ? List.of(List.of())
                        : node.out.stream().map(List::of).toList();
            case INCLUSIVE ->
                some(
                        node,
                        List.of(),
                        node.out.stream().filter(way -> !way.otherwise()).toList());
            case PARALLEL -> List.of(List.copyOf(node.out));
            default ->
                some(
                        node,
                        node.out.stream()
                                .filter(way -> !way.conditional() && !way.otherwise())
                                .toList(),
                        node.out.stream().filter(Way::conditional).toList());
        };
    }

    /** All of the first, any of the others, and never none unless there are none. */
    private List<List<Way>> some(Node node, List<Way> always, List<Way> free) {
        List<Way> last = node.out.stream().filter(Way::otherwise).toList();
        List<List<Way>> choices = new ArrayList<>();
        int tried = Math.min(free.size(), MANY);
        if (free.size() > MANY) {
            net.gaps.add("not every set of ways out of " + node.id + " was tried");
        }
        for (int set = 0; set < 1 << tried; set++) {
            List<Way> ways = new ArrayList<>(always);
            for (int way = 0; way < tried; way++) {
                if ((set & 1 << way) != 0) {
                    ways.add(free.get(way));
                }
            }
            if (ways.isEmpty()) {
                ways.addAll(last);
            }
            if (!ways.isEmpty()) {
                choices.add(ways);
            }
        }
        if (free.size() > MANY) {
            free.subList(MANY, free.size()).forEach(way -> choices.add(joined(always, List.of(way))));
            choices.add(joined(always, free));
        }
        return choices.isEmpty() ? List.of(List.of()) : choices;
    }

    private static List<Way> joined(List<Way> some, List<Way> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** At its start events; without any, wherever nothing leads to, as BPMN has it. */
    private void begin(Scope scope) {
        List<Node> events = scope.nodes.stream()
                .filter(node -> drawn.get(node) instanceof StartEvent)
                .toList();
        List<Node> starts =
                events.isEmpty() ? scope.nodes.stream().filter(this::mayBegin).toList() : events;
        scope.starts.addAll(starts);
        scope.startsAtOnce = events.isEmpty();
        if (scope.host != null && events.size() > 1) {
            net.gaps.add("only the first start event of " + scope.host.id + " was followed");
            scope.starts.retainAll(events.subList(0, 1));
            net.uncovered.addAll(events.subList(1, events.size()));
        }
    }

    private boolean mayBegin(Node node) {
        return node.in.isEmpty()
                && node.kind != Node.Kind.BOUNDARY
                && node.kind != Node.Kind.END
                && node.kind != Node.Kind.EVENT_SUBPROCESS
                && !(drawn.get(node) instanceof Activity activity && activity.isForCompensation());
    }
}
