package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;

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
        Calls calls = Calls.of(files);
        List<SoundnessReport> reports = new ArrayList<>();
        files.forEach((file, model) -> model.getModelElementsByType(Process.class)
                .forEach(process -> reports.add(report(file, process, calls, limit))));
        Set<Calls.Callee> unproven = reports.stream()
                .filter(report -> !report.isProvenSound())
                .map(Soundness::self)
                .collect(Collectors.toSet());
        return reports.stream()
                .map(report -> leaningOn(report, calls, unproven))
                .toList();
    }

    /** A process is proven only together with what it calls. */
    private static SoundnessReport leaningOn(SoundnessReport report, Calls calls, Set<Calls.Callee> unproven) {
        List<String> weak = calls.reachedFrom(self(report)).stream()
                .filter(called -> unproven.contains(called) && !called.equals(self(report)))
                .map(called -> called.process() + " is called and not proven sound")
                .distinct()
                .toList();
        return weak.isEmpty() ? report : report.with(weak);
    }

    private static Calls.Callee self(SoundnessReport report) {
        return new Calls.Callee(report.file(), report.process().id());
    }

    /** Step by step as far as that is quick; beyond, steps in a row count as one, which changes no answer. */
    private static StateSpace explore(Process process, Limit limit) {
        StateSpace space = StateSpace.of(NetReader.read(process, false), limit.quick());
        return space.isExhausted() ? space : StateSpace.of(NetReader.read(process, true), limit);
    }

    private static SoundnessReport report(String file, Process process, Calls calls, Limit limit) {
        List<String> gaps = new ArrayList<>();
        Calls.Callee self = new Calls.Callee(file, process.getId());
        if (calls.reachedFrom(self).contains(self)) {
            gaps.add(process.getId() + " calls itself, and whether that ever stops is not known");
        }
        try {
            StateSpace space = explore(process, limit);
            Net net = space.net;
            gaps.addAll(net.gaps);
            if (!space.isExhausted()) {
                gaps.add(SoundnessReport.LIMIT_REACHED);
            }
            List<String> assumptions = new ArrayList<>(net.assumptions);
            if (net.together) {
                assumptions.add("steps in a row count as one");
            }
            space.overlooked.forEach(join -> assumptions.add(join.id
                    + " is woken when the last token it waits for ends elsewhere, which Camunda 7 does not do"));
            assumptions.addAll(calls.unknownOf(self));
            return new SoundnessReport(
                    file, net.process, gaps.isEmpty(), space.states.size(), Verdict.on(space), assumptions, gaps);
        } catch (ModelException | ClassCastException | IllegalStateException | IndexOutOfBoundsException e) {
            // A diagram may be wrong in ways the schema allows; the others are still looked at.
            gaps.add("it cannot be read: " + e.getMessage());
            return new SoundnessReport(file, new Element(process.getId(), ""), false, 0, List.of(), List.of(), gaps);
        }
    }
}
