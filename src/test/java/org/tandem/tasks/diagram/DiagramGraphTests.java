package org.tandem.tasks.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class DiagramGraphTests {

    private final DiagramGraph vetting = graph("processes/vetting/vetting.bpmn");
    private final DiagramGraph selection = graph("processes/selection/selection.bpmn");

    @Test
    void knowsWhichFlowsACaseTook() {
        assertThat(vetting.taken(List.of(
                        passed("vettingRequested", 0),
                        passed("openVetting", 0),
                        passed("directorsFound", 1),
                        passed("vetCountry", 2),
                        passed("tallyVotes", 3),
                        passed("sameAnswer", 3),
                        passed("answerQuestion", 4),
                        passed("openVetting", 4))))
                .containsExactlyInAnyOrder(
                        "vettingRequested_to_openVetting",
                        "openVetting_to_directorsFound",
                        "directorsFound_yes_to_vetCountry",
                        "vetCountry_to_tallyVotes",
                        "tallyVotes_to_sameAnswer",
                        "sameAnswer_returned_to_answerQuestion",
                        "answerQuestion_to_openVetting");
    }

    private static Passage passed(String node, int second) {
        Instant at = Instant.ofEpochSecond(second);
        return new Passage(node, at, at, false, null, "");
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
