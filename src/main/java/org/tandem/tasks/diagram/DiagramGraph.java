package org.tandem.tasks.diagram;

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

/** One process as a graph: what leads where, which nodes a case waits at, what must have been passed to get somewhere. */
class DiagramGraph {

    private final Process process;
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<Way>> ways = new LinkedHashMap<>();
    private final String start;

    private record Way(String to, @Nullable String name) {}

    /** @param via the questions on the way and their answers, as the diagram words them */
    record Next(String node, List<String> via) {}

    DiagramGraph(BpmnModelInstance model) {
        process = model.getModelElementsByType(Process.class).iterator().next();
        model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.put(node.getId(), node));
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            way(flow.getSource().getId(), flow.getTarget().getId(), flow.getName());
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

    /** The nodes that must have been passed to reach any of these: without them there is no way from the start. */
    Set<String> passedBefore(Collection<String> reached) {
        Set<String> passed = new LinkedHashSet<>();
        for (String node : nodes.keySet()) {
            Set<String> without = node.equals(start) ? Set.of() : reachable(node);
            if (reached.stream().anyMatch(goal -> !goal.equals(node) && !without.contains(goal))) {
                passed.add(node);
            }
        }
        passed.retainAll(reachable(""));
        return passed;
    }

    private Set<String> reachable(String avoided) {
        Set<String> seen = new LinkedHashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Way way : ways.getOrDefault(open.poll(), List.of())) {
                if (!way.to().equals(avoided) && seen.add(way.to())) {
                    open.add(way.to());
                }
            }
        }
        return seen;
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
