package org.tandem.tasks.diagram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** One process as a graph: what leads where, which nodes a case waits at, which flows it took. */
class DiagramGraph {

    private final Process process;
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<Way>> ways = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final String start;

    private record Way(String to, @Nullable String name) {}

    private record Flow(String id, String from, String to) {}

    /** @param via the questions on the way and their answers, as the diagram words them */
    record Next(String node, List<String> via) {}

    DiagramGraph(BpmnModelInstance model) {
        process = model.getModelElementsByType(Process.class).iterator().next();
        model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.put(node.getId(), node));
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            way(flow.getSource().getId(), flow.getTarget().getId(), flow.getName());
            flows.add(new Flow(
                    flow.getId(), flow.getSource().getId(), flow.getTarget().getId()));
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            way(event.getAttachedTo().getId(), event.getId(), null);
        }
        start = model.getModelElementsByType(StartEvent.class).stream()
                .filter(event -> event.getParentElement().equals(process))
                .map(StartEvent::getId)
                .findFirst()
                .orElseThrow();
    }

    private void way(String from, String to, @Nullable String name) {
        ways.computeIfAbsent(from, unused -> new ArrayList<>()).add(new Way(to, name));
    }

    String key() {
        return process.getId();
    }

    String name() {
        return process.getName();
    }

    String start() {
        return start;
    }

    /** What the diagram calls a node; its id where it has no name. */
    String name(String node) {
        String name = nodes.get(node).getName();
        return name == null || name.isBlank() ? node : name;
    }

    boolean has(String node) {
        return nodes.containsKey(node);
    }

    boolean isUserTask(String node) {
        return nodes.get(node) instanceof UserTask;
    }

    boolean isEnd(String node) {
        return nodes.get(node) instanceof EndEvent;
    }

    /** Nodes that call another process, with the process they call. */
    Map<String, String> calls() {
        return nodes.values().stream()
                .filter(CallActivity.class::isInstance)
                .map(CallActivity.class::cast)
                .collect(Collectors.toMap(
                        CallActivity::getId, CallActivity::getCalledElement, (a, b) -> a, LinkedHashMap::new));
    }

    Optional<String> called(String node) {
        return Optional.ofNullable(calls().get(node));
    }

    /** The sequence flows a case has taken: to each node from where it was just before. */
    Set<String> taken(Collection<Passage> passages) {
        Set<String> taken = new LinkedHashSet<>();
        for (Passage to : passages) {
            flows.stream()
                    .filter(flow -> flow.to().equals(to.node()))
                    .flatMap(flow -> left(flow.from(), to, passages).map(at -> Map.entry(at, flow.id())))
                    .max(Map.Entry.comparingByKey())
                    .ifPresent(latest -> taken.add(latest.getValue()));
        }
        return taken;
    }

    private static Stream<Instant> left(String node, Passage to, Collection<Passage> passages) {
        return passages.stream()
                .filter(from -> from.node().equals(node) && from.isDone())
                .map(Passage::until)
                .filter(at -> !at.isAfter(to.from()));
    }

    /** Where a case can wait or end next, coming from these nodes. */
    List<Next> next(Collection<String> now) {
        Map<String, Next> found = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>(now);
        Deque<Next> open = new ArrayDeque<>(
                now.stream().map(node -> new Next(node, List.of())).toList());
        while (!open.isEmpty()) {
            Next from = open.poll();
            for (Way way : ways.getOrDefault(from.node(), List.of())) {
                Next to = new Next(way.to(), via(from, way));
                if (seen.add(way.to())) {
                    if (waitsAt(way.to())) {
                        found.put(way.to(), to);
                    } else {
                        open.add(to);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<String> via(Next from, Way way) {
        List<String> via = new ArrayList<>(from.via());
        FlowNode node = nodes.get(from.node());
        if (node instanceof Gateway && way.name() != null) {
            via.add(name(from.node()) + " " + way.name());
        } else if (node instanceof BoundaryEvent) {
            via.add(name(from.node()));
        }
        return via;
    }

    private boolean waitsAt(String node) {
        FlowNode found = nodes.get(node);
        return found instanceof UserTask || found instanceof CallActivity || found instanceof EndEvent;
    }
}
