package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.platform.web.StageLine;

/**
 * What do the stage lines of all kinds of cases show? A line a step: stage, lane, status, label, whether somebody is named,
 * and whether it has a time and a due date.
 */
@ProcessTest
class StageLinesTests {

    @Autowired
    StageLineSource lines;

    @Autowired
    Cases cases;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Roads roads;

    @BeforeEach
    void inAnAreaFewOthersUse() {
        roads = roads.inArea("A6");
    }

    @Test
    void aCountryBeforeItsVetting() {
        assertThat(line(roads.nominated())).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO NOW Agree, somebody, at, due
                2 all NEXT Jointly identified
                3 UNDP NEXT Vet
                3 ILO NEXT Vet
                4 all NEXT Outcome
                """);

        String refused = roads.nominated();
        roads.does(refused, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", "Not this year"));
        assertThat(line(refused)).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO STOPPED Refused, somebody, at
                2 all SKIPPED Jointly identified
                3 UNDP SKIPPED Vet
                3 ILO SKIPPED Vet
                4 all STOPPED Not agreed, at
                """);
    }

    @Test
    void aCountryInVetting() {
        String voted = roads.inVetting();
        roads.approves(voted, "UNDP");
        assertThat(line(voted)).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 UNDP DONE Voted, at
                3 ILO NOW Vet, somebody, at, due
                4 all NEXT Outcome
                """);

        assertThat(line(roads.returned())).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 all NOW Answer the question, somebody, at, due
                4 UNDP NEXT Vet
                4 ILO NEXT Vet
                5 all NEXT Outcome
                """);
        assertThat(line(roads.inDivergence())).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 UNDP DONE Voted, at
                3 ILO DONE Voted, at
                4 all NOW In divergence, somebody, at, due
                """);
        assertThat(line(roads.vetted())).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 UNDP DONE Voted, at
                3 ILO DONE Voted, at
                4 all DONE Selected, at
                """);
    }

    @Test
    void aCountryThatIsPausedOrWithdrawn() {
        String paused = roads.inVetting();
        roads.as("coord.undp")
                .post("/api/selection/" + paused + "/suspension", Map.of("reason", "Elections until May"));
        assertThat(line(paused)).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 UNDP PAUSED Vet, somebody, at
                3 ILO PAUSED Vet, somebody, at
                4 all NEXT Outcome
                """);

        String left = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A6");
        roads.as("coord.undp").post("/api/selection/" + left + "/suspension", Map.of("reason", "Elections"));
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        try {
            assertThat(line(left)).contains("3 UNDP PAUSED Vet").doesNotContain("3 UNDP NOW");
        } finally {
            giveBack.run();
        }

        String withdrawn = roads.inVetting();
        roads.approves(withdrawn, "UNDP");
        roads.as("coord.undp")
                .post("/api/selection/" + withdrawn + "/withdrawal", Map.of("reason", "They asked for it"));
        assertThat(line(withdrawn)).contains("4 all NOW Withdraw it?, somebody, at, due\n5 all NEXT Outcome");
        roads.does(withdrawn, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
        assertThat(line(withdrawn)).isEqualTo("""
                1 UNDP DONE Nominate, somebody, at
                1 ILO DONE Agreed, somebody, at
                2 all DONE Jointly identified, at
                3 UNDP DONE Voted, at
                3 ILO SKIPPED Vet
                4 all STOPPED Withdrawn, at
                """);
    }

    @Test
    void aDivergence() {
        String id = roads.diverging();
        roads.does(id, "statePosition", "UNDP", Map.of("position", "As we see it"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Raised, at
                2 UNDP DONE Country level
                2 ILO NOW Country level, somebody, at, due
                3 UNDP NEXT Regional level
                3 ILO NEXT Regional level
                4 UNDP NEXT Joint mechanism
                4 ILO NEXT Joint mechanism
                5 all NEXT Outcome
                """);

        roads.statePositions(id);
        roads.does(id, "attemptSettlement", null, Map.of("move", "RECORD", "attempt", "A call that led nowhere"));
        roads.does(id, "attemptSettlement", null, Map.of("move", "RISE", "reason", "Neither side can move"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Raised, at
                2 UNDP DONE Country level, at
                2 ILO DONE Country level, at
                3 UNDP NOW Regional level, somebody, at, due
                3 ILO NOW Regional level, somebody, at, due
                4 UNDP NEXT Joint mechanism
                4 ILO NEXT Joint mechanism
                5 all NEXT Outcome
                """);

        roads.statePositions(id);
        roads.proposes(id, "One after the other");
        String answers = roads.open(id).get(0).party();
        roads.does(id, "answerText", answers, Map.of("answer", "ACCEPT"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Raised, at
                2 UNDP DONE Country level, at
                2 ILO DONE Country level, at
                3 UNDP DONE Regional level, at
                3 ILO DONE Regional level, at
                4 UNDP SKIPPED Joint mechanism
                4 ILO SKIPPED Joint mechanism
                5 all DONE Agreement, at
                """);
    }

    @Test
    void aSupportRequest() {
        String id = roads.asked(roads.freshCountry(), "How did others begin?");
        assertThat(line(id)).isEqualTo("""
                1 all DONE Asked, somebody, at
                2 all NOW Find who can help, somebody, at, due
                3 UNDP NEXT Answer
                3 ILO NEXT Answer
                4 all NEXT Did it help?
                """);
        roads.does(id, "routeRequest", null, Map.of("decision", "ASSIGN", "agency", "ILO"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Asked, somebody, at
                2 all DONE Assigned
                3 UNDP SKIPPED Answer
                3 ILO NOW Answer, somebody, at, due
                4 all NEXT Did it help?
                """);
        roads.does(id, "answerRequest", null, Map.of("decision", "ANSWER", "answer", "Begin with the tax office"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Asked, somebody, at
                2 all DONE Assigned
                3 UNDP SKIPPED Answer
                3 ILO DONE Answered, somebody, at
                4 all NOW Did it help?, somebody, at, due
                """);
        roads.does(id, "rateAnswer", null, Map.of("useful", "YES", "comment", "Saved us a year"));
        assertThat(line(id)).isEqualTo("""
                1 all DONE Asked, somebody, at
                2 all DONE Assigned
                3 UNDP SKIPPED Answer
                3 ILO DONE Answered, somebody, at
                4 all DONE Useful, at
                """);

        String declined = roads.asked(roads.freshCountry(), "How did others end?");
        roads.does(declined, "routeRequest", null, Map.of("decision", "DECLINE", "reason", "Not for us"));
        assertThat(line(declined)).isEqualTo("""
                1 all DONE Asked, somebody, at
                2 all STOPPED Declined, at
                3 UNDP SKIPPED Answer
                3 ILO SKIPPED Answer
                4 all SKIPPED Did it help?
                """);
    }

    private String line(String id) {
        StageLine line = new TransactionTemplate(transactions)
                .execute(status ->
                        lines.of(cases.find(new CaseId(id)).orElseThrow()).orElseThrow());
        return line.steps().stream().map(StageLinesTests::step).collect(Collectors.joining());
    }

    private static String step(StageLine.Step step) {
        return "%d %s %s %s%s%s%s\n"
                .formatted(
                        step.stage(),
                        step.joint() ? "all" : step.agency(),
                        step.status(),
                        step.label(),
                        step.holder() == null ? "" : ", somebody",
                        step.at() == null ? "" : ", at",
                        step.due() == null ? "" : ", due");
    }
}
