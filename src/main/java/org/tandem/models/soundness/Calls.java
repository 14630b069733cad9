package org.tandem.models.soundness;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which process calls which: a call is one step only if what is called is proven by itself. */
record Calls(Map<String, Set<String>> callees) {

    static Calls of(Collection<BpmnModelInstance> models) {
        Map<String, Set<String>> callees = new HashMap<>();
        for (BpmnModelInstance model : models) {
            for (Process process : model.getModelElementsByType(Process.class)) {
                Set<String> called = new TreeSet<>();
                collect(process, called);
                callees.put(process.getId(), called);
            }
        }
        return new Calls(callees);
    }

    private static void collect(ModelElementInstance scope, Set<String> called) {
        scope.getChildElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .filter(element -> element != null)
                .forEach(called::add);
        scope.getChildElementsByType(SubProcess.class).forEach(inner -> collect(inner, called));
    }

    List<String> unknownOf(String process) {
        return callees.getOrDefault(process, Set.of()).stream()
                .filter(called -> !callees.containsKey(called))
                .map(called -> called + " is called, is not among the files, and is taken to end")
                .toList();
    }

    /** A process that calls itself, directly or through others, is not proven by looking at each alone. */
    List<String> circlesAt(String process) {
        return reaches(process, process, new HashSet<>())
                ? List.of(process + " calls itself, and whether that ever stops is not known")
                : List.of();
    }

    private boolean reaches(String from, String goal, Set<String> seen) {
        return callees.getOrDefault(from, Set.of()).stream()
                .anyMatch(called -> called.equals(goal) || seen.add(called) && reaches(called, goal, seen));
    }
}
