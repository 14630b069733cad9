package org.tandem.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code programmeWithdrawal.bpmn}, at every state of a programme? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest(covers = "programmeWithdrawal")
class ProgrammeWithdrawalProcessTests {

    @Autowired
    Roads roads;

    @BeforeEach
    void inAnAreaFewOthersUse() {
        roads = roads.inArea("A2");
    }

    @Autowired
    Roster roster;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    static Stream<Arguments> everyStateAProgrammeCanBeWithdrawnFrom() {
        return Stream.of(
                state("IDEA", roads -> roads.idea(roads.freshCountry())),
                state("DRAFTING", Roads::drafting),
                state("AGENCY_REVIEW", Roads::inReview),
                state("AGENCY_REVIEW", Roads::inClearance),
                state("REVISION", roads -> {
                    String id = roads.inReview();
                    roads.reviews(id, "UNDP", Map.of("decision", "CHANGE", "place", "WHOLE", "reason", "Shorter"));
                    roads.reviews(id, "ILO", roads.agreed(id));
                    return id;
                }),
                state("READY", Roads::cleared));
    }

    private static Arguments state(String state, Function<Roads, String> road) {
        return Arguments.of(state, road);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyStateAProgrammeCanBeWithdrawnFrom")
    void endsWithdrawnWhenTheOtherSideAgrees(String state, Function<Roads, String> road) {
        String id = road.apply(roads);
        asks("coord.undp", id);
        assertThat(roads.state(id)).isEqualTo(state);
        assertThat(roads.open(id, "agreeProgrammeWithdrawal", "ILO").offers()).containsExactly("coordinator:ILO:FFA");
        roads.does(id, "agreeProgrammeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(roads.history(id)).endsWith("programme.history.ended");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyStateAProgrammeCanBeWithdrawnFrom")
    void staysWhereItWasWhenTheOtherSideRefuses(String state, Function<Roads, String> road) {
        String id = road.apply(roads);
        List<String> waiting = roads.waiting(id);
        asks("coord.ilo", id);
        roads.does(id, "agreeProgrammeWithdrawal", "UNDP", Map.of("decision", "REFUSE", "reason", "It has only begun"));

        assertThat(roads.state(id)).isEqualTo(state);
        assertThat(roads.waiting(id)).isEqualTo(waiting);
        assertThat(asks("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    }

    @Test
    void takesTheSectionsSomebodyWasAskedForFromTheirInbox() {
        String id = roads.drafting();
        PersonName asked =
                roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A2")).get(0);
        String until = LocalDate.now().plusDays(30).toString();
        assertThat(roads.as("fp.undp.a2")
                        .post(
                                "/api/proposal/" + id + "/sections/ask",
                                Map.of("section", "summary", "person", asked.id(), "until", until))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        asks("coord.undp", id);
        roads.does(id, "agreeProgrammeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.waiting(id)).isEmpty();
    }

    @Test
    void everybodyWhoWroteItLearnsHowItEnded() {
        String id = roads.drafting();
        asks("coord.undp", id);
        roads.does(id, "agreeProgrammeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(jdbc.sql("select distinct role from tandem.case_notice"
                                + " where case_id = ? and words_key = 'programme.history.ended' order by 1")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("coordinator", "country-office", "focal-point");
    }

    @Test
    void isOverWhenTheIdeaIsDroppedFirst() {
        String id = roads.idea(roads.freshCountry());
        asks("coord.undp", id);
        roads.does(id, "joinDrafting", "ILO", Map.of("decision", "DECLINE", "reason", "No staff"));

        assertThat(roads.waiting(id)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }

    @Test
    void isAskedOnceAtATimeAndByCoordinatorsOnly() {
        String id = roads.drafting();
        assertThat(asks("fp.undp.a2", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("observer", id).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("coord.unhcr", id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(asks("coord.undp", id).getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        assertThat(asks("coord.ilo", id).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(asks("coord.undp", roads.vetted()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void isNotAskedOnceItHasEnded() {
        String id = roads.idea(roads.freshCountry());
        roads.does(id, "joinDrafting", "ILO", Map.of("decision", "DECLINE", "reason", "No staff"));

        ResponseEntity<JsonNode> refused = asks("coord.undp", id);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("programme.refused.ended");
    }

    @Test
    void nobodyGivesTheWishOfBothSides() {
        String id = roads.drafting();
        var undp = roster.holders(MandatePattern.parse("coordinator:UNDP:FFA")).get(0);
        roads.grant(undp.id(), MandatePattern.parse("coordinator:ILO:FFA"));
        try {
            asks("coord.undp", id);
            String party = roads.file(id).at("/withdrawalAskedBy").asText();
            String other = party.equals("UNDP") ? "ILO" : "UNDP";
            ResponseEntity<JsonNode> refused = roads.as("coord.undp")
                    .post(
                            Roads.address(id, "agreeProgrammeWithdrawal") + "?task="
                                    + roads.open(id, "agreeProgrammeWithdrawal", other)
                                            .id(),
                            Map.of("decision", "AGREE"));
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("programme.refused.ownWithdrawal");
        } finally {
            roads.endMandateOf(undp.id(), "coordinator:ILO:FFA");
        }
    }

    private ResponseEntity<JsonNode> asks(String coordinator, String id) {
        return roads.as(coordinator).post("/api/programmes/" + id + "/withdrawal", Map.of("reason", "Things changed"));
    }
}
