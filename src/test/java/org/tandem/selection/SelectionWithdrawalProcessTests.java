package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code selectionWithdrawal.bpmn}, at every state of a case? And what does a pause do? */
@ProcessTest(covers = "selectionWithdrawal")
class SelectionWithdrawalProcessTests {

    @Autowired
    CaseHistory history;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Roads roads;

    @BeforeEach
    void inAnAreaFewOthersUse() {
        roads = roads.inArea("A2");
    }

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Roster roster;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    static Stream<Arguments> everyStateACaseCanBeWithdrawnFrom() {
        return Stream.of(
                state("PROPOSED", Roads::nominated),
                state("IN_VETTING", Roads::inVetting),
                state("IN_VETTING", roads -> {
                    String id = roads.inVetting();
                    roads.approves(id, "UNDP");
                    return id;
                }),
                state("RETURNED", Roads::returned),
                state("IN_DIVERGENCE", Roads::inDivergence),
                state("VETTED", Roads::vetted),
                state("SUSPENDED", roads -> {
                    String id = roads.inVetting();
                    roads.as("coord.ilo").post("/api/selection/" + id + "/suspension", Map.of("reason", "Floods"));
                    return id;
                }));
    }

    private static Arguments state(String state, Function<Roads, String> road) {
        return Arguments.of(state, road);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyStateACaseCanBeWithdrawnFrom")
    void endsWithdrawnWhenTheOtherSideAgrees(String state, Function<Roads, String> road) {
        String id = road.apply(roads);
        assertThat(roads.state(id)).isEqualTo(state);
        asks("coord.undp", id);
        assertThat(roads.state(id)).isEqualTo(state);
        assertThat(roads.open(id, "agreeWithdrawal", "ILO").offers()).containsExactly("coordinator:ILO:FFA");
        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(roads.history(id))
                .filteredOn(key -> key.startsWith("selection."))
                .endsWith("selection.history.state.WITHDRAWN");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyStateACaseCanBeWithdrawnFrom")
    void staysWhereItWasWhenTheOtherSideRefuses(String state, Function<Roads, String> road) {
        String id = road.apply(roads);
        java.util.List<String> waiting = roads.waiting(id);
        asks("coord.ilo", id);
        roads.does(id, "agreeWithdrawal", "UNDP", Map.of("decision", "REFUSE", "reason", "It has only begun"));

        assertThat(roads.state(id)).isEqualTo(state);
        assertThat(roads.waiting(id)).isEqualTo(waiting);
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(asks("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    }

    @Test
    void isOverWhenTheCaseEndsFirst() {
        String id = roads.nominated();
        asks("coord.undp", id);
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", "No staff"));

        assertThat(roads.state(id)).isEqualTo("NOT_AGREED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(roads.history(id)).contains("selection.history.withdrawalOvertaken");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }

    @Test
    void outlivesTheSelection() {
        String id = roads.inVetting();
        asks("coord.undp", id);
        roads.approves(id, "UNDP");
        roads.approves(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("VETTED");
        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aWithdrawnCountryMayBeNominatedAgain() {
        String id = roads.nominated();
        asks("coord.undp", id);
        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.nominated(id.split("-")[1], "A2")).isEqualTo(id + "-2");
    }

    @Test
    void isAskedOnceAtATimeAndByCoordinatorsOnly() {
        String id = roads.nominated();
        assertThat(asks("fp.undp.a2", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("rd.undp.rba", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("observer", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("coord.unhcr", id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(asks("coord.aqua", id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(asks("coord.undp", id).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(asks("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void isNotAskedWithoutAReason() {
        String id = roads.nominated();
        ResponseEntity<JsonNode> refused =
                roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", " "));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("reason");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"NOT_AGREED", "WITHDRAWN"})
    void isNotAskedOnceTheCaseHasEnded(String ended) {
        String id = roads.nominated();
        if (ended.equals("NOT_AGREED")) {
            roads.does(id, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", "No"));
        } else {
            asks("coord.undp", id);
            roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
        }

        ResponseEntity<JsonNode> refused = asks("coord.undp", id);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("selection.refused.ended");
    }

    /** Who has spoken is known by itself: a line of the history, whatever its words, bars nobody. */
    @Test
    void aLineOfTheHistoryBarsNobody() {
        String id = roads.nominated();
        asks("coord.undp", id);
        var ilo = roster.holders(MandatePattern.parse("coordinator:ILO:FFA")).get(0);
        transactions.executeWithoutResult(status -> history.add(
                new CaseId(id),
                CaseEntry.Kind.STEP,
                ilo.id(),
                null,
                Message.of("selection.history.withdrawal.REFUSE", "ILO"),
                null));

        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void nobodyGivesTheWishOfBothSides() {
        String id = roads.nominated();
        var undp = roster.holders(MandatePattern.parse("coordinator:UNDP:FFA")).get(0);
        roads.grant(undp.id(), MandatePattern.parse("coordinator:ILO:FFA"));
        try {
            assertThat(asks("coord.undp", id).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
            String party = roads.file(id).at("/withdrawalAskedBy").asText();
            String other = party.equals("UNDP") ? "ILO" : "UNDP";
            ResponseEntity<JsonNode> refused = roads.as("coord.undp")
                    .post(
                            Roads.address(id, "agreeWithdrawal") + "?task="
                                    + roads.open(id, "agreeWithdrawal", other).id(),
                            Map.of("decision", "AGREE"));
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("selection.refused.ownWithdrawal");
        } finally {
            roads.endMandateOf(undp.id(), "coordinator:ILO:FFA");
        }
    }

    @Test
    void aPauseRefusesEveryDecisionUntilTheSameSideLiftsIt() {
        String id = roads.inVetting();
        assertThat(pause("coord.undp", id).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(roads.state(id)).isEqualTo("SUSPENDED");
        assertThat(roads.file(id).at("/stateBeneath").asText()).isEqualTo("IN_VETTING");

        ResponseEntity<JsonNode> refused = roads.tries(id, "vetCountry", "ILO", Map.of("decision", "APPROVE"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("cases.refused.suspended");

        assertThat(pause("coord.undp", id).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        ResponseEntity<JsonNode> notTheirs = roads.as("coord.ilo").delete("/api/selection/" + id + "/suspension");
        assertThat(notTheirs.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(notTheirs.getBody().at("/code").asText()).isEqualTo("selection.refused.notSuspendedByYou");

        assertThat(roads.as("coord.undp")
                        .delete("/api/selection/" + id + "/suspension")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        roads.approves(id, "ILO");
        roads.approves(id, "UNDP");
        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void aSelectedCountryIsPausedTooButNotOneThatHasLeft() {
        String id = roads.vetted();
        assertThat(pause("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(roads.state(id)).isEqualTo("SUSPENDED");
        assertThat(roads.as("coord.ilo")
                        .delete("/api/selection/" + id + "/suspension")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.as("coord.ilo")
                        .delete("/api/selection/" + id + "/suspension")
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);

        asks("coord.undp", id);
        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
        assertThat(pause("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aPausedVoteIsNotTakenBackEither() {
        String id = roads.inVetting();
        String director = roads.holder(
                        roads.open(id, "vetCountry", "UNDP").offers().get(0))
                .name();
        roads.approves(id, "UNDP");
        pause("coord.ilo", id);

        assertThat(roads.as(director).delete("/api/vetting/" + id + "/vote").getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    private ResponseEntity<JsonNode> asks(String coordinator, String id) {
        return roads.as(coordinator).post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Things changed"));
    }

    private ResponseEntity<JsonNode> pause(String coordinator, String id) {
        return roads.as(coordinator).post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"));
    }
}
