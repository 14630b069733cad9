package org.tandem.tasks.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class DiagramGraphTests {

    private final DiagramGraph vetting = graph("processes/vetting/vetting.bpmn");
    private final DiagramGraph selection = graph("processes/selection/selection.bpmn");

    @Test
    void knowsWhatMustHaveBeenPassed() {
        assertThat(vetting.passedBefore(Set.of("vetCountry")))
                .containsExactlyInAnyOrder("vettingRequested", "openVetting", "directorsFound");
        assertThat(vetting.passedBefore(Set.of("settleSplitVote"))).contains("tallyVotes", "sameAnswer", "vetCountry");
        assertThat(vetting.passedBefore(Set.of())).isEmpty();
    }

    @Test
    void knowsWhereACaseCanWaitNextAndWhy() {
        assertThat(vetting.next(Set.of("vetCountry")))
                .contains(new DiagramGraph.Next("settleSplitVote", List.of("Same answer? split")))
                .extracting(DiagramGraph.Next::node)
                .containsExactlyInAnyOrder("vettingDecided", "answerQuestion", "settleSplitVote");
        assertThat(selection.next(Set.of("agreeNomination")))
                .extracting(DiagramGraph.Next::node)
                .contains("vetNominatedCountry", "nominationClosed");
    }

    @Test
    void knowsWhichProcessAStepCalls() {
        assertThat(selection.called("vetNominatedCountry")).contains("vetting");
        assertThat(selection.called("agreeNomination")).isEmpty();
    }

    private static DiagramGraph graph(String file) {
        return new DiagramGraph(Bpmn.readModelFromFile(new File(file)));
    }
}
