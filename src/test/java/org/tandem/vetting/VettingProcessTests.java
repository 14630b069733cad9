package org.tandem.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.tasks.ReconcileTasks;

/**
 * Which roads lead through {@code vetting.bpmn}? Called by the selection, with the real directors of the roster. On a database
 * of its own: it takes many countries of few regions, and those might be used up by others.
 */
@TestPropertySource(properties = "tandem.test.database=vetting")
@ProcessTest(covers = "vetting")
class VettingProcessTests {

    private static final String SECRET = "Because the minister told me so in confidence";

    @Autowired
    Roads roads;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Roster roster;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void runsUnderTheCaseOfItsCaller() {
        String id = roads.inVetting();

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("vetting")
                        .processInstanceBusinessKey(id)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void reachesTheDirectorOfEachPartyByItsOwnRegions() {
        String id = roads.inVetting("SOM", "A7");

        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBAS");
        assertThat(roads.open(id, "vetCountry", "ILO").offers()).containsExactly("regional-director:ILO:AFRICA");
        for (String notTheirs : List.of("rd.undp.rba", "rd.ilo.arab_states", "coord.undp", "fp.ilo.a7", "observer")) {
            ResponseEntity<JsonNode> refused = roads.as(notTheirs).vet(id, "APPROVE", "conditions", "");
            assertThat(refused.getStatusCode()).as(notTheirs).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/detail").asText()).startsWith("This is with");
        }
        roads.as("rd.undp.rbas").vet(id, "APPROVE", "conditions", "");
        roads.as("rd.ilo.africa").vet(id, "APPROVE", "conditions", "Security first");
        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void keepsAVoteSealedUntilTheOtherIsIn() {
        String id = roads.inVetting();
        Caller voter = director(id, "UNDP");
        roads.declines(id, "UNDP", SECRET);

        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO");
        assertThat(roads.details(id).toString()).doesNotContain(SECRET).doesNotContain("DECLINE");
        assertThat(director(id, "ILO").get("/api/cases/" + id).getBody().toString())
                .doesNotContain(SECRET);
        assertThat(voter.get("/api/cases/" + id).getBody().toString()).contains(SECRET);

        roads.declines(id, "ILO", "Agreed");
        assertThat(roads.details(id).toString()).contains(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VETTED", "NOT_SELECTED"})
    void aSplitIsSettledByBothDirectorsEitherWay(String resolution) {
        String id = roads.inDivergence();
        String divergence = id + "-D1";

        assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(roads.state(divergence)).isEqualTo("REGIONAL_LEVEL");
        roads.statePositions(divergence);
        roads.does(
                divergence,
                "attemptSettlement",
                null,
                Map.of("move", "PROPOSE", "text", "With a review in June", "resolution", resolution));
        assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
        roads.does(divergence, "answerText", null, Map.of("answer", "ACCEPT"));

        assertThat(roads.state(divergence)).isEqualTo("RESOLVED");
        assertThat(roads.state(id)).isEqualTo(resolution);
        assertThat(roads.details(id).at("/history").toString()).contains("With a review in June");
    }

    @Test
    void aSplitIsNotSettledWithoutSayingWhetherTheCountryIsSelected() {
        String divergence = roads.splitVote();
        roads.statePositions(divergence);
        ResponseEntity<JsonNode> refused =
                roads.tries(divergence, "attemptSettlement", null, Map.of("move", "PROPOSE", "text", "Let us see"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("resolution");
        assertThat(roads.state(divergence)).isEqualTo("REGIONAL_LEVEL");
    }

    @Test
    void aReturnEndsTheOtherTaskAndVoidsTheVoteGiven() {
        String id = roads.inVetting();
        roads.declines(id, "UNDP", SECRET);
        roads.returns(id, "ILO", "Which ministry?");

        assertThat(roads.state(id)).isEqualTo("RETURNED");
        assertThat(roads.open(id)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("answerQuestion");
            assertThat(task.offers()).contains("focal-point:UNDP:FFA-A3");
            assertThat(task.offers()).contains("country-office:UNDP:" + id.split("-")[1]);
        });
        assertThat(roads.details(id).toString()).contains("Which ministry?").doesNotContain(SECRET);

        roads.does(id, "answerQuestion", null, Map.of("answer", "Labour", "amendment", "Ministry of Labour leads"));
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        assertThat(roads.details(id).at("/sections/vetting/answer").asText()).isEqualTo("Labour");
        roads.approves(id, "ILO");
        assertThat(roads.details(id).toString()).doesNotContain(SECRET);

        roads.approves(id, "UNDP");
        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.details(id).toString())
                .as("what was said with a vote that does not count")
                .doesNotContain(SECRET)
                .contains("Ministry of Labour leads");
        assertThat(roads.history(id)).contains("vetting.history.vote.DECLINE.VOIDED");
    }

    @Test
    void aReturnBeforeAnyVoteCancelsTheOpenTaskOfTheOther() {
        String id = roads.inVetting();
        Roads.Open others = roads.open(id, "vetCountry", "UNDP");
        Caller other = director(id, "UNDP");
        roads.returns(id, "ILO", "How much?");

        ResponseEntity<JsonNode> late =
                other.post(Roads.address(id, "vetCountry") + "?task=" + others.id(), Map.of("decision", "APPROVE"));
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(late.getBody().at("/code").asText()).isEqualTo("tasks.refused.cancelled");
    }

    @Test
    void isReturnedAsOftenAsItTakes() {
        String id = roads.returned();
        roads.does(id, "answerQuestion", null, Map.of("answer", "Labour"));
        roads.returns(id, "UNDP", "And who pays?");
        roads.does(id, "answerQuestion", null, Map.of("answer", "We do"));
        roads.approves(id, "UNDP");
        roads.approves(id, "ILO");

        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.details(id).at("/sections/vetting/round").asInt()).isEqualTo(3);
    }

    @Test
    void waitsForADirectorAndGoesOnByItselfWhenOneIsNamed() {
        String country = countryOf("UNDP", "RBLAC");
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        String id;
        try {
            id = roads.inVetting(country, "A3");
            assertThat(roads.state(id)).isEqualTo("IN_VETTING");
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isTrue();
            assertThat(roads.open(id)).singleElement().satisfies(task -> {
                assertThat(task.key()).isEqualTo("repairRoster");
                assertThat(task.offers()).containsExactly("coordinator:ILO:FFA", "coordinator:UNDP:FFA");
            });
        } finally {
            giveBack.run();
        }

        assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        assertThat(roads.history(id)).contains("vetting.history.noDirector", "vetting.history.rosterRepaired");
        roads.approves(id, "UNDP");
        roads.approves(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void looksAgainWhenTheCoordinatorsSayTheRosterIsRepaired() {
        String country = countryOf("ILO", "AMERICAS");
        Runnable giveBack = roads.endMandate("regional-director:ILO:AMERICAS");
        String id;
        try {
            id = roads.inVetting(country, "A3");
            roads.does(id, "repairRoster", null, Map.of("note", "Somebody is coming"));
            assertThat(roads.waiting(id)).as("nobody is there yet").containsExactly("repairRoster");
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isTrue();
        } finally {
            giveBack.run();
        }
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
    }

    @Test
    void theRosterMayBeRepairedUnnoticedAndTheTaskStillWorks() {
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        String id;
        java.util.UUID stranger = roster.holders(MandatePattern.parse("coordinator:UNDP:FFA"))
                .get(0)
                .id();
        try {
            id = roads.inVetting(countryOf("UNDP", "RBLAC"), "A3");
            roads.grantUnnoticed(stranger, MandatePattern.parse("regional-director:UNDP:RBLAC"));
            roads.does(id, "repairRoster", null, Map.of("note", "The coordinator stands in"));
            assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
        } finally {
            roads.endMandateOf(stranger, "regional-director:UNDP:RBLAC");
            giveBack.run();
        }
    }

    @Test
    void aDirectorWhoLeavesWhileVotesAreOutIsMissed() {
        String country = countryOf("UNDP", "RBLAC");
        String id = roads.inVetting(country, "A3");
        roads.approves(id, "ILO");
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        try {
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isTrue();
        } finally {
            giveBack.run();
        }
        assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
        roads.approves(id, "UNDP");
        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void aDirectorWhoIsDeactivatedIsMissedToo() {
        String country = countryOf("UNDP", "RBLAC");
        String id = roads.inVetting(country, "A3");
        java.util.UUID person = roster.holders(MandatePattern.parse("regional-director:UNDP:RBLAC"))
                .get(0)
                .id();
        roads.setActive(person, false);
        try {
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isTrue();
        } finally {
            roads.setActive(person, true);
        }
        assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
    }

    @Test
    void aCaseWithdrawnWithoutADirectorMissesNobodyAnyMore() {
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        String id;
        try {
            id = roads.inVetting(countryOf("UNDP", "RBLAC"), "A3");
            roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Too long"));
            roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
        } finally {
            giveBack.run();
        }
        assertThat(roads.history(id)).doesNotContain("vetting.history.rosterRepaired");
    }

    @Test
    void aDirectorWhoLeavesGivesBackWhatWasClaimedAndCannotReopenAVote() {
        String country = countryOf("UNDP", "RBLAC");
        String voted = roads.inVetting(country, "A3");
        String claimed = roads.inVetting(countryOf("UNDP", "RBLAC"), "A3");
        Caller director = director(voted, "UNDP");
        roads.approves(voted, "UNDP");
        String task = roads.open(claimed, "vetCountry", "UNDP").id();
        assertThat(director.post("/api/tasks/" + task + "/claim", null).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        var person = roster.holders(MandatePattern.parse("regional-director:UNDP:RBLAC"))
                .get(0);
        roads.grant(person.id(), MandatePattern.parse("task-team:UNDP:WORLD"));
        Runnable giveBack = roads.endMandate("regional-director:UNDP:RBLAC");
        try {
            assertThat(roads.open(claimed, "vetCountry", "UNDP").assignee()).isNull();
            ResponseEntity<JsonNode> refused = director.delete("/api/vetting/" + voted + "/vote");
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(roads.waiting(voted)).containsExactly("vetCountry ILO");
        } finally {
            giveBack.run();
            roads.endMandateOf(person.id(), "task-team:UNDP:WORLD");
        }
    }

    @Test
    void aVoteIsTakenBackAndTheTaskOfferedAgain() {
        String id = roads.inVetting();
        Caller voter = director(id, "UNDP");
        roads.declines(id, "UNDP", SECRET);
        assertThat(voter.get("/api/cases/" + id)
                        .getBody()
                        .at("/sections/vetting/mayTakeBack")
                        .asBoolean())
                .isTrue();
        assertThat(voter.delete("/api/vetting/" + id + "/vote").getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).hasSize(1);
        roads.approves(id, "ILO");
        assertThat(roads.state(id)).as("one vote is not two").isEqualTo("IN_VETTING");
        roads.approves(id, "UNDP");
        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.history(id)).contains("vetting.history.vote.DECLINE.TAKEN_BACK");
        assertThat(roads.details(id).toString()).doesNotContain(SECRET);
    }

    @Test
    void aVoteIsTakenBackTwiceAndThenReturned() {
        String id = roads.inVetting();
        Caller voter = director(id, "ILO");
        for (int i = 0; i < 2; i++) {
            roads.approves(id, "ILO");
            assertThat(voter.delete("/api/vetting/" + id + "/vote").getStatusCode())
                    .isEqualTo(HttpStatus.NO_CONTENT);
        }
        roads.returns(id, "ILO", "On second thoughts, who pays?");
        assertThat(roads.waiting(id)).containsExactly("answerQuestion");
        roads.does(id, "answerQuestion", null, Map.of("answer", "We do"));
        roads.declines(id, "ILO", "No");
        roads.declines(id, "UNDP", "No");
        assertThat(roads.state(id)).isEqualTo("NOT_SELECTED");
    }

    @Test
    void aVoteIsNotTakenBackOnceTheOtherHasVoted() {
        String id = roads.inVetting();
        Caller first = director(id, "UNDP");
        Caller second = director(id, "ILO");
        assertThat(second.delete("/api/vetting/" + id + "/vote").getStatusCode())
                .as("nothing given yet")
                .isEqualTo(HttpStatus.CONFLICT);
        roads.declines(id, "UNDP", "No");
        assertThat(second.delete("/api/vetting/" + id + "/vote").getStatusCode())
                .as("not theirs")
                .isEqualTo(HttpStatus.CONFLICT);
        roads.approves(id, "ILO");
        assertThat(first.delete("/api/vetting/" + id + "/vote").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
    }

    @Test
    void nobodyVetsWhatTheyNominatedWhateverElseTheyAre() {
        String country = countryOf("UNDP", "RBLAC");
        String id = roads.nominated(country, "A3");
        var nominator = roster.person(
                        java.util.UUID.fromString(roads.file(id).at("/openedBy").asText()))
                .orElseThrow();
        MandatePattern director = MandatePattern.parse("regional-director:UNDP:RBLAC");
        roads.grant(nominator.id(), director);
        try {
            roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
            ResponseEntity<JsonNode> refused = roads.as(nominator.signInName()).vet(id, "APPROVE", "conditions", "");
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("vetting.refused.ownNomination");
        } finally {
            roads.endMandateOf(nominator.id(), director.group());
        }
    }

    @Test
    void nobodyGivesBothVettings() {
        String country = countryOf("UNDP", "RBLAC");
        String id = roads.inVetting(country, "A3");
        var director = roster.holders(MandatePattern.parse("regional-director:UNDP:RBLAC"))
                .get(0);
        String ilo = roads.open(id, "vetCountry", "ILO").offers().get(0);
        roads.grant(director.id(), MandatePattern.parse(ilo));
        try {
            Caller both = roads.as(director.signInName());
            ResponseEntity<JsonNode> forWhom =
                    both.post(Roads.address(id, "vetCountry"), Map.of("decision", "APPROVE"));
            assertThat(forWhom.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(forWhom.getBody().at("/code").asText()).isEqualTo("tasks.refused.several");
            assertThat(forWhom.getBody().at("/detail").asText()).contains("UNDP", "ILO");
            assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
            String other = "/api/tasks/" + roads.open(id, "vetCountry", "ILO").id() + "/claim";
            assertThat(both.post(other, null).getStatusCode()).isEqualTo(HttpStatus.OK);
            roads.approves(id, "UNDP");
            assertThat(roads.open(id, "vetCountry", "ILO").assignee())
                    .as("held by nobody who could not do it any more")
                    .isNull();
            assertThat(both.post(other, null).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            ResponseEntity<JsonNode> refused = both.post(
                    Roads.address(id, "vetCountry") + "?task="
                            + roads.open(id, "vetCountry", "ILO").id(),
                    Map.of("decision", "APPROVE"));
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("vetting.refused.votedForAnother");
            assertThat(both.get("/api/vetting/compare?cases=" + id)
                            .getBody()
                            .at("/candidates/0/obstacle/key")
                            .asText())
                    .as("nor is it offered beside others")
                    .isEqualTo("vetting.refused.votedForAnother");
        } finally {
            roads.endMandateOf(director.id(), ilo);
        }
    }

    private Caller director(String id, String party) {
        return roads.holder(roads.open(id, "vetCountry", party).offers().get(0));
    }

    private String countryOf(String agency, String region) {
        return roads.freshCountry(agency, region);
    }
}
