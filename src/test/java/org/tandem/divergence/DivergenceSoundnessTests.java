package org.tandem.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.models.soundness.Flaw;
import org.tandem.models.soundness.Limit;
import org.tandem.models.soundness.Soundness;
import org.tandem.models.soundness.SoundnessFinding;
import org.tandem.models.soundness.SoundnessReport;

/**
 * However the sides act, the case ends, and whoever called it gets exactly one outcome: proven for every run of the
 * diagrams, not by examples.
 *
 * <p>The report plays every condition as a free choice and lets every message come at every moment, so a rule that forbids
 * something can only make fewer runs. Sound and complete says of all runs: from wherever it stands, the end can still be
 * reached (no DEADLOCK, no LIVELOCK), and nothing is left behind there (no LEFT_OVER_TOKEN).
 *
 * <p>That alone would allow two parallel ways with an end each, and so two outcomes. Therefore all ends of a process are
 * drawn together into one: now whoever reaches two of them reaches one twice, which the report calls LEFT_OVER_TOKEN, and
 * sound means exactly one. The event subprocess cannot add an end of its own: it interrupts, so nothing else is under way
 * any more, and once an end is reached the process is over and there is nothing left to interrupt.
 */
class DivergenceSoundnessTests {

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "vetting"})
    void everyRunEndsAndLeavesNothingBehind(String process) {
        SoundnessReport report = report(process, read(process));

        assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
        assertThat(report.gaps()).isEmpty();
        assertThat(report.assumptions()).isEmpty();
        assertThat(report.isProvenSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "vetting"})
    void everyRunReachesExactlyOneEnd(String process) {
        BpmnModelInstance model = read(process);
        int ends = drawEndsTogether(model);

        SoundnessReport report = report(process, model);

        assertThat(ends).isEqualTo(process.equals("vetting") ? 2 : 1);
        assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
        assertThat(report.isProvenSound()).isTrue();
    }

    @Test
    void endingWithTheMatterInterruptsAndHasOneEndOfItsOwn() {
        assertThat(read("divergence").getModelElementsByType(SubProcess.class))
                .filteredOn(SubProcess::triggeredByEvent)
                .singleElement()
                .satisfies(ending -> {
                    assertThat(ending.getChildElementsByType(StartEvent.class)).allMatch(StartEvent::isInterrupting);
                    assertThat(ending.getChildElementsByType(EndEvent.class)).hasSize(1);
                });
    }

    /** The proof is worth something only if it fails where two ends are reached by turns, which as such is sound. */
    @Test
    void aDiagramWithTwoOutcomesWouldBeFound() {
        BpmnModelInstance model = Bpmn.readModelFromFile(
                new File("src/test/resources/soundness/sound/parallel-ways-with-an-end-each.bpmn"));
        assertThat(Soundness.of("two", model)).allMatch(SoundnessReport::isProvenSound);
        drawEndsTogether(model);

        assertThat(Soundness.of("two", model).get(0).findings())
                .extracting(SoundnessFinding::flaw)
                .containsOnly(Flaw.LEFT_OVER_TOKEN);
    }

    /** Leads every way to an end of the process itself to the first of these ends. @return how many there were */
    private static int drawEndsTogether(BpmnModelInstance model) {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        Collection<EndEvent> ends = process.getChildElementsByType(EndEvent.class);
        EndEvent first = ends.iterator().next();
        for (EndEvent end : ends) {
            process.getChildElementsByType(SequenceFlow.class).stream()
                    .filter(way -> way.getTarget().equals(end))
                    .forEach(way -> lead(way, first));
            if (!end.equals(first)) {
                process.removeChildElement(end);
            }
        }
        return ends.size();
    }

    private static void lead(SequenceFlow way, FlowNode to) {
        way.getTarget().getIncoming().remove(way);
        way.setTarget(to);
        to.getIncoming().add(way);
    }

    private static SoundnessReport report(String process, BpmnModelInstance model) {
        SortedMap<String, BpmnModelInstance> files = new TreeMap<>();
        for (String name : List.of("divergence", "vetting")) {
            files.put(name, name.equals(process) ? model : read(name));
        }
        return Soundness.of(files, Limit.USUAL).stream()
                .filter(report -> report.process().id().equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static BpmnModelInstance read(String process) {
        return Bpmn.readModelFromFile(
                Path.of("processes", process, process + ".bpmn").toFile());
    }
}
