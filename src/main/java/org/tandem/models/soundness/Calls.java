package org.tandem.models.soundness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
record Calls(Map<Callee, Set<String>> calls) {

    /** A process in its file: in a folder of others, ids may come twice. */
    record Callee(String file, String process) {}

    static Calls of(Map<String, BpmnModelInstance> files) {
        Map<Callee, Set<String>> calls = new LinkedHashMap<>();
        files.forEach(
                (file, model) -> model.getModelElementsByType(Process.class).forEach(process -> {
                    Set<String> called = new TreeSet<>();
                    collect(process, called);
                    calls.put(new Callee(file, process.getId()), called);
                }));
        return new Calls(calls);
    }

    private static void collect(ModelElementInstance scope, Set<String> called) {
        scope.getChildElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .filter(element -> element != null)
                .forEach(called::add);
        scope.getChildElementsByType(SubProcess.class).forEach(inner -> collect(inner, called));
    }

    List<String> unknownOf(Callee caller) {
        return calls.getOrDefault(caller, Set.of()).stream()
                .filter(called -> meant(caller, called).isEmpty())
                .map(called -> called + " is called, is not among the files, and is taken to end")
                .toList();
    }

    /** Everything called from here, directly or through others; itself, if that goes round. */
    Set<Callee> reachedFrom(Callee caller) {
        Set<Callee> reached = new LinkedHashSet<>();
        Deque<Callee> open = new ArrayDeque<>(List.of(caller));
        while (!open.isEmpty()) {
            Callee from = open.pop();
            calls.getOrDefault(from, Set.of()).stream()
                    .flatMap(called -> meant(from, called).stream())
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    /** The process of that id in the same file; failing that, in any. */
    private List<Callee> meant(Callee caller, String called) {
        Callee near = new Callee(caller.file(), called);
        return calls.containsKey(near)
                ? List.of(near)
                : calls.keySet().stream()
                        .filter(other -> other.process().equals(called))
                        .toList();
    }
}
