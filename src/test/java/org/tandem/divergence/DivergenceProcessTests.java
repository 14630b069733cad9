package org.tandem.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code divergence.bpmn}? Raised by hand and by split votes, with the real people of the roster. */
@ProcessTest(covers = "divergence")
class DivergenceProcessTests {

    @Autowired
    Roads roads;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ReconcileTasks reconcile;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void isSettledInTheCountryWhenBothSidesAcceptTheSameText() {
        String id = roads.diverging();
        String matter = matterOf(id);
        assertThat(roads.state(id)).isEqualTo("COUNTRY_LEVEL");
        assertThat(roads.waiting(id)).containsExactly("statePosition ILO", "statePosition UNDP");
        roads.statePositions(id);
        assertThat(roads.waiting(id)).containsExactly("attemptSettlement");
        answer("fp.undp.a3", id, "attemptSettlement", Map.of("move", "PROPOSE", "text", "Both ministries, in turn"));
        assertThat(roads.waiting(id)).containsExactly("answerText ILO");
        answer("fp.ilo.a3", id, "answerText", Map.of("answer", "COUNTER", "text", "Labour first, then planning"));
        assertThat(roads.waiting(id)).containsExactly("answerText UNDP");
        assertThat(roads.state(id)).isEqualTo("COUNTRY_LEVEL");
        answer("fp.undp.a3", id, "answerText", Map.of("answer", "ACCEPT"));

        assertThat(roads.state(id)).isEqualTo("RESOLVED");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        JsonNode file = roads.details(matter).at("/sections/selection/nomination/amendments");
        assertThat(file.toString()).contains("Labour first, then planning");
    }

    @Test
    void climbsFromCountryToRegionToJointMechanismAndIsSettledThere() {
        String id = roads.diverging();
        roads.rises(id);
        assertThat(roads.state(id)).isEqualTo("REGIONAL_LEVEL");
        assertThat(roads.waiting(id)).containsExactly("statePosition ILO", "statePosition UNDP");
        assertThat(roads.open(id)).allSatisfy(task -> assertThat(task.offers())
                .allSatisfy(offer -> assertThat(offer).startsWith("regional-director:")));
        roads.statePositions(id);
        roads.proposes(id, "Half and half");
        roads.does(id, "answerText", null, Map.of("answer", "REFUSE", "reason", "Not with this budget"));
        roads.does(id, "attemptSettlement", null, Map.of("move", "RISE", "reason", "The regions cannot settle it"));

        assertThat(roads.state(id)).isEqualTo("JOINT_MECHANISM");
        assertThat(roads.open(id, "briefMechanism", null).offers())
                .containsExactly("coordinator:ILO:FFA", "coordinator:UNDP:FFA");
        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "WANTED"));
        roads.does(id, "adviseMechanism", null, Map.of("advice", "Sixty to forty"));
        answer("coord.undp", id, "proposeOutcome", Map.of("outcome", "AGREEMENT", "text", "60/40"));
        assertThat(roads.state(id)).isEqualTo("JOINT_MECHANISM");
        answer("coord.ilo", id, "agreeOutcome", Map.of("answer", "REFUSE", "reason", "Too little"));
        answer("coord.undp", id, "proposeOutcome", Map.of("outcome", "AGREEMENT", "text", "55/45"));
        answer("coord.ilo", id, "agreeOutcome", Map.of("answer", "COUNTER", "outcome", "GUIDANCE", "text", "57/43"));
        assertThat(roads.waiting(id)).containsExactly("agreeOutcome UNDP");
        answer("coord.undp", id, "agreeOutcome", Map.of("answer", "ACCEPT"));

        assertThat(roads.state(id)).isEqualTo("RESOLVED");
        JsonNode minute = minute("coord.ilo", id);
        assertThat(minute.at("/outcome").asText()).isEqualTo("GUIDANCE");
        assertThat(minute.at("/settledText").asText()).isEqualTo("57/43");
        assertThat(minute.at("/levels"))
                .extracting(level -> level.at("/level").asText())
                .containsExactly("COUNTRY", "REGION", "JOINT_MECHANISM");
        assertThat(minute.findValuesAsText("kind").stream().filter("POSITION"::equals))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "AGREED_TO_DIFFER, VETTED, AGREED_TO_DIFFER, VETTED, null",
        "GUIDANCE, NOT_SELECTED, RESOLVED, NOT_SELECTED, GUIDANCE",
        "NO_AGREEMENT, , CLOSED_NO_AGREEMENT, NOT_SELECTED, NO_AGREEMENT"
    })
    void aSplitVoteIsDecidedByTheMechanismWithExactlyOneOutcome(
            String outcome, String resolution, String state, String country, String reason) {
        String id = roads.splitVote();
        roads.rises(id);
        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        Map<String, Object> put = new java.util.HashMap<>(Map.of("outcome", outcome, "text", "On the record"));
        if (resolution != null) {
            put.put("resolution", resolution);
        }
        answer("coord.undp", id, "proposeOutcome", put);
        assertThat(roads.state(matterOf(id))).isEqualTo("IN_DIVERGENCE");
        answer("coord.ilo", id, "agreeOutcome", Map.of("answer", "ACCEPT"));

        assertThat(roads.state(id)).isEqualTo(state);
        assertThat(roads.state(matterOf(id))).isEqualTo(country);
        assertThat(roads.file(matterOf(id)).at("/stateReason").asText()).isEqualTo(reason);
    }

    @Test
    void isNeverFiledAtTheTopAndStartsInTheRegionOnlyForADirector() {
        String matter = roads.inVetting("FIN", "A3");
        refused(
                roads.as("fp.ilo.a3").post("/api/divergence", Map.of("subject", "AREA", "summary", "Which area")),
                "matter",
                "divergence.refused.matter");
        Map<String, Object> wanted = new java.util.HashMap<>(
                Map.of("matter", matter, "subject", "AREA", "summary", "Which area", "level", "JOINT_MECHANISM"));
        refused(roads.as("fp.ilo.a3").post("/api/divergence", wanted), "level", "divergence.refused.top");
        wanted.put("level", "REGION");
        refused(roads.as("fp.ilo.a3").post("/api/divergence", wanted), "level", "divergence.refused.region");
        wanted.put("level", "MOON");
        refused(roads.as("fp.ilo.a3").post("/api/divergence", wanted), "level", "divergence.refused.level");
        wanted.put("level", "REGION");
        Caller director = roads.holder(roads.directorOf("ILO", "FIN"));
        assertThat(director.post("/api/divergence", wanted).getStatusCode()).isEqualTo(HttpStatus.CREATED);

        assertThat(roads.state(matter + "-D1")).isEqualTo("REGIONAL_LEVEL");
    }

    @Test
    void doesNotRiseWithoutAnAttemptOnRecord() {
        String id = roads.diverging();
        roads.statePositions(id);
        Map<String, String> up = Map.of("move", "RISE", "reason", "We are in a hurry");
        refused(roads.tries(id, "attemptSettlement", null, up), "move", "divergence.refused.noAttempt");
        assertThat(roads.state(id)).isEqualTo("COUNTRY_LEVEL");
        roads.does(id, "attemptSettlement", null, Map.of("move", "RECORD", "attempt", "One call"));
        roads.does(id, "attemptSettlement", null, up);
        assertThat(roads.state(id)).isEqualTo("REGIONAL_LEVEL");

        roads.statePositions(id);
        refused(roads.tries(id, "attemptSettlement", null, up), "move", "divergence.refused.noAttempt");
    }

    @Test
    void timeRemindsAndNeverDecides() {
        String id = roads.diverging();
        roads.rises(id);
        clock.advance(java.time.Duration.ofDays(400));

        assertThat(roads.state(id)).isEqualTo("REGIONAL_LEVEL");
        assertThat(roads.waiting(id)).containsExactly("statePosition ILO", "statePosition UNDP");
    }

    @Test
    void theRegisterCountsTheDaysAtEachLevelSoFar() {
        String id = roads.diverging();
        daysAreListed(id, "0,,");
        clock.advance(Duration.ofHours(3 * 24 + 23));
        roads.rises(id);
        clock.advance(Duration.ofDays(60));
        daysAreListed(id, "3,60,");
        roads.rises(id);
        clock.advance(Duration.ofHours(25));
        daysAreListed(id, "3,60,1");

        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        answer("coord.undp", id, "proposeOutcome", Map.of("outcome", "AGREEMENT", "text", "60/40"));
        answer("coord.ilo", id, "agreeOutcome", Map.of("answer", "ACCEPT"));
        clock.advance(Duration.ofDays(7));
        daysAreListed(id, "3,60,1");
    }

    /** In the file, in the API, and, of the levels it reached, in its minutes. */
    private void daysAreListed(String id, String days) {
        Caller observer = roads.as("observer");
        String query = "?country=" + id.split("-")[1];
        byte[] file = Visitor.of(port, "observer").download("/divergence.csv" + query);
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).endsWith("days_at_country_level,days_at_regional_level,days_at_joint_mechanism");
        assertThat(lines).filteredOn(line -> line.contains(id)).singleElement().satisfies(line -> assertThat(line)
                .endsWith("Z," + days));
        JsonNode row = observer.get("/api/divergence" + query).getBody().at("/divergences/0");
        assertThat(List.of(
                        row.at("/daysAtCountryLevel"), row.at("/daysAtRegionalLevel"), row.at("/daysAtJointMechanism")))
                .extracting(JsonNode::asText)
                .map(shown -> shown.replace("null", ""))
                .isEqualTo(List.of(days.split(",", -1)));
        assertThat(minute("observer", id).at("/levels").findValuesAsText("days"))
                .isEqualTo(List.of(days.replaceAll(",+$", "").split(",")));
    }

    @Test
    void endsWithTheCountryThatIsWithdrawn() {
        String raised = roads.diverging();
        roads.rises(raised);
        withdraw(matterOf(raised));
        String split = roads.splitVote();
        roads.statePositions(split);
        withdraw(matterOf(split));

        for (String id : List.of(raised, split)) {
            assertThat(roads.state(id)).isEqualTo("CLOSED_NO_AGREEMENT");
            assertThat(roads.waiting(id)).isEmpty();
            assertThat(minute("observer", id).at("/outcome").asText()).isEqualTo("MATTER_ENDED");
            assertThat(roads.state(matterOf(id))).isEqualTo("WITHDRAWN");
            assertThat(roads.history(matterOf(id))).contains("divergence.history.matter.MATTER_ENDED");
        }
    }

    @Test
    void twoOnOneCaseAreSettledApartAndTheVettingWaitsForBothThatBlock() {
        String first = roads.diverging();
        String matter = matterOf(first);
        String second = roads.raised(matter, "AREA", true);
        String third = roads.raised(matter, "OTHER", false);
        assertThat(List.of(first, second, third)).containsExactly(matter + "-D1", matter + "-D2", matter + "-D3");
        waits(matter);
        agree(first);
        assertThat(roads.state(first)).isEqualTo("RESOLVED");
        assertThat(roads.state(second)).isEqualTo("COUNTRY_LEVEL");
        waits(matter);
        agree(second);

        assertThat(roads.state(third)).isEqualTo("COUNTRY_LEVEL");
        roads.approves(matter, "UNDP");
        roads.approves(matter, "ILO");
        assertThat(roads.state(matter)).isEqualTo("VETTED");
        assertThat(roads.waiting(third)).containsExactly("statePosition ILO", "statePosition UNDP");
    }

    @Test
    void onlyThoseWhoWorkOnTheCaseRaiseOne() {
        String matter = roads.inVetting();
        Map<String, String> wanted = Map.of("matter", matter, "subject", "AREA", "summary", "Which area it is");
        for (String other : List.of("fp.ilo.a6", "team.ilo", "observer", "admin")) {
            assertThat(roads.as(other).post("/api/divergence", wanted).getStatusCode())
                    .as(other)
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(roads.as("fp.unhcr.g1").post("/api/divergence", wanted).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(roads.as("coord.undp").post("/api/divergence", wanted).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void restsWhileOneSideHasPausedTheCountry() {
        String id = roads.diverging();
        String matter = matterOf(id);
        roads.as("coord.undp").post("/api/selection/" + matter + "/suspension", Map.of("reason", "Elections"));
        assertThat(roads.state(id)).isEqualTo("SUSPENDED");
        ResponseEntity<JsonNode> refused = roads.tries(id, "statePosition", "ILO", Map.of("position", "Now"));
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("cases.refused.suspended");
        assertThat(roads.as("fp.ilo.a3")
                        .post("/api/divergence", Map.of("matter", matter, "subject", "AREA", "summary", "More"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        roads.as("coord.undp").delete("/api/selection/" + matter + "/suspension");

        assertThat(roads.state(id)).isEqualTo("COUNTRY_LEVEL");
        agree(id);
        assertThat(roads.state(id)).isEqualTo("RESOLVED");
    }

    @Test
    void aPauseWithinAWaitIsGivenBackOnce() {
        String matter = roads.inVetting();
        Instant due = due(matter);
        clock.advance(Duration.ofDays(1));
        String id = roads.raised(matter, "AREA", true);
        clock.advance(Duration.ofDays(2));
        roads.as("coord.undp").post("/api/selection/" + matter + "/suspension", Map.of("reason", "Elections"));
        clock.advance(Duration.ofDays(3));
        roads.as("coord.undp").delete("/api/selection/" + matter + "/suspension");
        clock.advance(Duration.ofDays(4));
        agree(id);

        assertThat(due(matter)).isCloseTo(due.plus(Duration.ofDays(2 + 3 + 4)), within(1, ChronoUnit.MINUTES));
    }

    private Instant due(String matter) {
        return roads.open(matter, "vetCountry", "ILO").dueAt();
    }

    @Test
    void theCoordinatorsAreToldWhenTheLastOneLeavesWhoCouldAct() {
        String id = roads.raised(roads.inVetting(roads.freshCountry("ILO", "AMERICAS"), "A3"), "ENTRY_POINT", false);
        roads.rises(id);
        roads.endMandate("regional-director:ILO:AMERICAS").run();

        assertThat(roads.history(id)).contains("tasks.history.abandoned");
    }

    @Test
    void twoThatBlockAndAreSettledAtTheSameMomentLetTheVettingGoOn() throws Exception {
        String first = roads.diverging();
        String matter = matterOf(first);
        String second = roads.raised(matter, "AREA", true);
        for (String id : List.of(first, second)) {
            roads.statePositions(id);
            roads.proposes(id, "Agreed");
        }
        var both = java.util.concurrent.Executors.newFixedThreadPool(2);
        List<java.util.concurrent.Future<?>> answers = List.of(first, second).stream()
                .<java.util.concurrent.Future<?>>map(
                        id -> both.submit(() -> roads.does(id, "answerText", null, Map.of("answer", "ACCEPT"))))
                .toList();
        for (var one : answers) {
            one.get();
        }
        both.shutdown();

        roads.approves(matter, "UNDP");
        assertThat(roads.file(matter).at("/waitingSince").isNull()).isTrue();
    }

    @Test
    void aSubjectIsOpenOnceOnACase() {
        String id = roads.diverging();
        ResponseEntity<JsonNode> again = roads.as("fp.undp.a3")
                .post(
                        "/api/divergence",
                        Map.of("matter", matterOf(id), "subject", "ENTRY_POINT", "summary", "The same"));

        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.getBody().at("/detail").asText()).contains(id);
    }

    @Test
    void bothCoordinatorsAreAskedForASideWithoutAnybodyAndNamingSomebodyResumes() {
        String matter = roads.inVetting(roads.freshCountry("ILO", "AMERICAS"), "A3");
        String id = roads.raised(matter, "ENTRY_POINT", false);
        roads.statePositions(id);
        roads.does(id, "attemptSettlement", null, Map.of("move", "RECORD", "attempt", "A visit"));
        Runnable back = roads.endMandate("regional-director:ILO:AMERICAS");
        try {
            roads.does(id, "attemptSettlement", null, Map.of("move", "RISE", "reason", "No way"));
            assertThat(roads.state(id)).isEqualTo("REGIONAL_LEVEL");
            assertThat(roads.open(id, "repairSides", null).offers())
                    .containsExactly("coordinator:ILO:FFA", "coordinator:UNDP:FFA");
            roads.does(id, "repairSides", null, Map.of("note", "Asked Geneva"));
            assertThat(roads.waiting(id)).containsExactly("repairSides");
        } finally {
            back.run();
        }
        assertThat(roads.waiting(id)).containsExactly("statePosition ILO", "statePosition UNDP");
    }

    @Test
    void anAgencyWithoutARegionForTheCountryIsSpokenForByItsCoordinators() {
        String id = roads.raised(roads.inVetting("OMN", "A3"), "ENTRY_POINT", false);
        roads.rises(id);

        assertThat(roads.open(id, "statePosition", "UNDP").offers()).containsExactly("coordinator:UNDP:FFA");
        assertThat(roads.open(id, "statePosition", "ILO").offers()).containsExactly(roads.directorOf("ILO", "OMN"));
    }

    @Test
    void nobodyAnswersTheirOwnTextHoweverManyMandatesTheyHold() {
        String id = roads.diverging();
        roads.rises(id);
        roads.rises(id);
        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        answer("coord.undp", id, "proposeOutcome", Map.of("outcome", "NO_AGREEMENT", "text", "Enough"));
        ResponseEntity<JsonNode> own =
                roads.as("coord.undp").answer("divergence", id, "agreeOutcome", Map.of("answer", "ACCEPT"));

        assertThat(own.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(roads.state(id)).isEqualTo("JOINT_MECHANISM");
    }

    @Test
    void aPositionIsPrivateUntilEverySideHasStatedItsOwn() {
        String id = roads.diverging();
        answer("fp.ilo.a3", id, "statePosition", Map.of("position", "SECRET of the ILO"));
        assertThat(minute("fp.ilo.a3", id).toString()).contains("SECRET of the ILO");
        for (String other : List.of("fp.undp.a3", "coord.ilo", "coord.undp", "team.ilo", "observer", "admin")) {
            assertThat(minute(other, id).toString()).as(other).doesNotContain("SECRET");
            assertThat(roads.as(other).get("/api/cases/" + id).getBody().toString())
                    .as(other)
                    .doesNotContain("SECRET");
        }
        answer("fp.undp.a3", id, "statePosition", Map.of("position", "VIEW of UNDP"));

        for (String concerned : List.of("fp.undp.a3", "coord.ilo", "team.undp")) {
            assertThat(minute(concerned, id).toString()).as(concerned).contains("SECRET", "VIEW");
        }
        for (String other : List.of("observer", "admin", "fp.ilo.a6")) {
            assertThat(minute(other, id).toString())
                    .as(other)
                    .doesNotContain("SECRET")
                    .doesNotContain("VIEW");
        }
    }

    private void waits(String matter) {
        ResponseEntity<JsonNode> refused = roads.tries(matter, "vetCountry", "UNDP", Map.of("decision", "APPROVE"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("cases.refused.waiting");
    }

    private void agree(String id) {
        roads.statePositions(id);
        roads.proposes(id, "Agreed");
        roads.does(id, "answerText", null, Map.of("answer", "ACCEPT"));
    }

    private void withdraw(String matter) {
        roads.as("coord.undp").post("/api/selection/" + matter + "/withdrawal", Map.of("reason", "The ministry asked"));
        roads.does(matter, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
    }

    private void answer(String user, String id, String task, Map<String, ?> values) {
        ResponseEntity<JsonNode> done = roads.as(user).answer("divergence", id, task, values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    private JsonNode minute(String user, String id) {
        return roads.as(user).get("/api/divergence/" + id).getBody();
    }

    private static void refused(ResponseEntity<JsonNode> answer, String field, String code) {
        assertThat(answer.getStatusCode())
                .as(String.valueOf(answer.getBody()))
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().toString()).contains("\"" + field + "\"").contains(code);
    }

    private static String matterOf(String divergence) {
        return divergence.substring(0, divergence.lastIndexOf('-'));
    }
}
