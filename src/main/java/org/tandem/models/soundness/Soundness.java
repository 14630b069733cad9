package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Plays the token game of each process in every possible way. Conditions are free choices, and whatever is waited for may
 * come: option to complete, proper completion, safeness and no dead activity are proven for every run.
 */
public final class Soundness {

    private Soundness() {}

    public static List<SoundnessReport> of(String file, BpmnModelInstance model) {
        return of(new TreeMap<>(Map.of(file, model)), Limit.USUAL);
    }

    /** All processes of these files; a call of one of them counts as one step. */
    public static List<SoundnessReport> of(SortedMap<String, BpmnModelInstance> files, Limit limit) {
        Calls calls = Calls.of(files.values());
        List<SoundnessReport> reports = new ArrayList<>();
        files.forEach((file, model) -> model.getModelElementsByType(Process.class)
                .forEach(process -> reports.add(report(file, process, calls, limit))));
        return reports;
    }

    /** Step by step as far as that is quick; beyond, steps in a row count as one, which changes no answer. */
    private static StateSpace explore(Process process, Limit limit) {
        StateSpace space = StateSpace.of(NetReader.read(process, false), limit.quick());
        return space.isExhausted() ? space : StateSpace.of(NetReader.read(process, true), limit);
    }

    private static SoundnessReport report(String file, Process process, Calls calls, Limit limit) {
        StateSpace space = explore(process, limit);
        Net net = space.net;
        List<String> gaps = new ArrayList<>(net.gaps);
        gaps.addAll(calls.circlesAt(process.getId()));
        if (!space.isExhausted()) {
            gaps.add("the limit was reached");
        }
        List<String> assumptions = new ArrayList<>(net.assumptions);
        assumptions.addAll(calls.unknownOf(process.getId()));
        return new SoundnessReport(
                file, net.process, gaps.isEmpty(), space.states.size(), Verdict.on(space), assumptions, gaps);
    }
}
