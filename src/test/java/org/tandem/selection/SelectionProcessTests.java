package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code selection.bpmn}? Real engine, database, use cases and API. */
@ProcessTest(covers = "selection")
class SelectionProcessTests {

    @Autowired
    Roads roads;

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void asksTheFocalPointsOfTheOtherPartyAndNobodyElse() {
        String id = roads.nominated();

        assertThat(roads.state(id)).isEqualTo("PROPOSED");
        assertThat(roads.open(id)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("agreeNomination");
            assertThat(task.party()).isEqualTo("ILO");
            assertThat(task.offers()).containsExactly("focal-point:ILO:FFA-A3");
        });
    }

    @Test
    void goesToBothDirectorsOnceAgreed() {
        String id = roads.inVetting();

        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        assertThat(roads.history(id))
                .containsSubsequence(
                        "selection.history.nominated",
                        "selection.history.answered.AGREE",
                        "selection.history.state.JOINTLY_IDENTIFIED",
                        "vetting.history.opened");
    }

    @Test
    void endsSelectedWhenBothApprove() {
        String id = roads.vetted();

        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    @Test
    void endsNotSelectedWhenBothDecline() {
        String id = roads.inVetting();
        roads.declines(id, "UNDP", "Too early");
        roads.declines(id, "ILO", "Too dear");

        assertThat(roads.state(id)).isEqualTo("NOT_SELECTED");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("DECLINED");
        assertThat(running(id)).isZero();
    }

    @Test
    void endsNotAgreedWhenTheOtherPartyRefuses() {
        String id = roads.nominated();
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", "We have no staff there"));

        assertThat(roads.state(id)).isEqualTo("NOT_AGREED");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("REFUSED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(running(id)).isZero();
        assertThat(roads.details(id).at("/history").toString()).contains("We have no staff there");
    }

    @Test
    void doesNotRefuseWithoutAReason() {
        String id = roads.nominated();
        ResponseEntity<JsonNode> refused =
                roads.tries(id, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", " "));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("reason");
        assertThat(roads.state(id)).isEqualTo("PROPOSED");
    }

    @Test
    void tellsThoseWhoWorkOnItHowItEnded() {
        String id = roads.vetted();

        assertThat(jdbc.sql("""
                        select role || ':' || agency || ':' || scope from tandem.case_notice
                        where case_id = ? and words_key = 'selection.history.state.VETTED'""").param(id).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "focal-point:UNDP:FFA-A3",
                        "focal-point:ILO:FFA-A3",
                        "coordinator:UNDP:FFA",
                        "coordinator:ILO:FFA");
    }

    @Test
    void lapsesAfterThirtyDaysAndNotBefore() {
        String id = roads.nominated();
        assertThat(due(id)).isEmpty();
        clock.advance(Duration.ofDays(29));
        assertThat(due(id)).isEmpty();
        clock.advance(Duration.ofDays(2));
        due(id).forEach(job -> management.executeJob(job.getId()));

        assertThat(roads.state(id)).isEqualTo("NOT_AGREED");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("LAPSED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    @Test
    void doesNotLapseWhilePausedAndGetsTheTimeBack() {
        String id = roads.nominated();
        clock.advance(Duration.ofDays(20));
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        clock.advance(Duration.ofDays(40));
        assertThat(due(id)).isEmpty();
        assertThat(roads.as("coord.undp")
                        .delete("/api/selection/" + id + "/suspension")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        clock.advance(Duration.ofDays(9));
        assertThat(due(id)).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(due(id)).hasSize(1);
    }

    @Test
    void endsNotSelectedWhenTheCeilingWasReachedMeanwhile() {
        String id = roads.nominated();
        int version = ceiling(1, version());
        try {
            roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        } finally {
            ceiling(null, version);
        }

        assertThat(roads.state(id)).isEqualTo("NOT_SELECTED");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("CEILING_REACHED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    @Test
    void refusesANominationAboveTheCeilingButNotAnotherAreaOfACountryAlreadyIn() {
        String country = roads.freshCountry();
        roads.nominated(country, "A3");
        int version = ceiling(1, version());
        try {
            ResponseEntity<JsonNode> refused = roads.as("fp.undp.a3").nominate(roads.freshCountry(), "A3");
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("selection.refused.ceilingReached");
        } finally {
            ceiling(null, version);
        }
    }

    @Test
    void endsNotSelectedWhenAnotherCaseOfTheSubjectWasSelectedMeanwhile() {
        String id = roads.nominated();
        String other = id + "-9";
        jdbc.sql("""
                        insert into tandem.case_file (id, kind, framework, area, country, state, state_since, opened_by,
                          opened_for, opened_at, changed_at, version)
                        select ?, kind, framework, area, country, 'VETTED', state_since, opened_by, opened_for, opened_at,
                          changed_at, 0 from tandem.case_file where id = ?""").params(other, id).update();
        jdbc.sql("""
                        insert into tandem.nomination (case_id, framework, country, area, nominated_by, nominator,
                          entry_point, reasons, state, version)
                        select ?, framework, country, area, nominated_by, nominator, entry_point, reasons, 'VETTED', 0
                        from tandem.nomination where case_id = ?""").params(other, id).update();
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("NOT_SELECTED");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("ALREADY_OPEN");
    }

    @Test
    void endsWithdrawnFromInsideTheVetting() {
        String id = roads.inVetting();
        roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Coup"));
        roads.does(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    @Test
    void opensOneCaseForEachAreaNominated() {
        String country = roads.untouchedCountry();
        Map<String, Object> nomination = new java.util.HashMap<>(Caller.nomination("FFA", country, "A3"));
        nomination.put("areas", List.of("A3", "A1", "A3"));
        nomination.put("gains", Map.of("A3", "COHERENCE", "A1", "COHERENCE"));
        ResponseEntity<JsonNode> opened = roads.as("coord.undp").post("/api/selection/nominations", nomination);

        assertThat(opened.getStatusCode()).as(String.valueOf(opened.getBody())).isEqualTo(HttpStatus.CREATED);
        assertThat(opened.getBody().at("/cases"))
                .extracting(JsonNode::asText)
                .containsExactly("FFA-" + country + "-A3", "FFA-" + country + "-A1");
        assertThat(roads.open("FFA-" + country + "-A1").get(0).offers()).containsExactly("focal-point:ILO:FFA-A1");
    }

    @Test
    void opensAllAreasOrNone() {
        String country = roads.untouchedCountry();
        roads.nominated(country, "A1");
        Map<String, Object> nomination = new java.util.HashMap<>(Caller.nomination("FFA", country, "A3"));
        nomination.put("areas", List.of("A3", "A1"));
        nomination.put("gains", Map.of("A3", "COHERENCE", "A1", "COHERENCE"));
        ResponseEntity<JsonNode> refused = roads.as("coord.undp").post("/api/selection/nominations", nomination);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/detail").asText()).contains("FFA-" + country + "-A1");
        assertThat(roads.as("observer").get("/api/cases/FFA-" + country + "-A3").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void numbersARenewedNomination() {
        String country = roads.freshCountry();
        String first = roads.nominated(country, "A3");
        assertThat(roads.as("fp.undp.a3").nominate(country, "A3").getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        roads.does(first, "agreeNomination", "ILO", Map.of("decision", "REFUSE", "reason", "Not this year"));
        String second = roads.nominated(country, "A3");
        roads.does(second, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        roads.declines(second, "UNDP", "Not this year either");
        roads.declines(second, "ILO", "Not this year either");

        assertThat(second).isEqualTo("FFA-" + country + "-A3-2");
        assertThat(roads.nominated(country, "A3")).isEqualTo("FFA-" + country + "-A3-3");
        assertThat(roads.state(first)).isEqualTo("NOT_AGREED");
    }

    @Test
    void aSelectedCountryIsNotNominatedAgainForTheSameArea() {
        String id = roads.vetted();
        String country = id.split("-")[1];
        ResponseEntity<JsonNode> refused = roads.as("fp.undp.a3").nominate(country, "A3");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("selection.refused.alreadyOpen");
    }

    @Test
    void carriesOnlyPlainRoutingFactsInTheEngine() {
        roads.nominated();
        roads.inDivergence();
        roads.returned();

        assertThat(jdbc.sql("select distinct type_ from engine.act_ru_variable")
                        .query(String.class)
                        .list())
                .isSubsetOf("string", "boolean", "integer", "long", "null");
        assertThat(jdbc.sql("select distinct name_ from engine.act_ru_variable")
                        .query(String.class)
                        .list())
                .isSubsetOf(
                        "caseId",
                        "framework",
                        "country",
                        "areaKey",
                        "nominatedBy",
                        "startedBy",
                        "joining",
                        "entry",
                        "reviewed",
                        "clearance",
                        "callChoice",
                        "agreement",
                        "party",
                        "alreadyOpen",
                        "ceilingReached",
                        "absenceUnexplained",
                        "eligibility",
                        "directors",
                        "vote",
                        "outcome",
                        "divergenceId",
                        "divergenceOutcome",
                        "askedAs",
                        "routing",
                        "reply",
                        "level",
                        "sides",
                        "move",
                        "proposedBy",
                        "answer",
                        "advice",
                        "askedBy",
                        "withdrawalAnswer",
                        // Of ad-hoc work: the group, the person and the date asked for, and a code for what it is
                        // called.
                        "askedOf",
                        "askedPerson",
                        "due",
                        "title",
                        "loopCounter",
                        "nrOfInstances",
                        "nrOfActiveInstances",
                        "nrOfCompletedInstances");
        assertThat(jdbc.sql("select count(*) from engine.act_ru_variable where bytearray_id_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Job> due(String id) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("selection")
                .processInstanceBusinessKey(id)
                .list()
                .stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .executable()
                                .active()
                                .list()
                                .stream())
                .toList();
    }

    private long running(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count();
    }

    private int version() {
        return roads.as("coord.undp")
                .get("/api/frameworks/FFA")
                .getBody()
                .at("/ceiling/version")
                .asInt();
    }

    /** @return the version to send with the next change */
    private int ceiling(@org.jspecify.annotations.Nullable Integer countries, int version) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("ceiling", countries);
        body.put("version", version);
        ResponseEntity<JsonNode> set = roads.as("coord.undp").put("/api/frameworks/FFA/ceiling", body);
        assertThat(set.getStatusCode()).as(String.valueOf(set.getBody())).isEqualTo(HttpStatus.OK);
        return set.getBody().at("/version").asInt();
    }
}
