package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.tasks.ReconcileTasks;

/** Does bad input get a clear message and the right status from the API, and change nothing? */
@ProcessTest
class ApiBadInputTests {

    private static final String NOMINATIONS = "/api/selection/nominations";
    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Countries countries;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "country, XXX, country, selection.refused.unknownCountry",
        "country, Somalia, country, selection.refused.unknownCountry",
        "country, '', country, selection.refused.missing.country",
        "country, ../VNM, country, selection.refused.unknownCountry",
        "framework, JAP, framework, selection.refused.unknownFramework",
        "framework, NONE, framework, selection.refused.unknownFramework",
        "entryPoint, ' ', entryPoint, selection.refused.missing.entryPoint",
        "noCollaboration, '', noCollaboration, selection.refused.noCollaborationUnexplained"
    })
    void anUnfitNominationNamesTheFieldAndTheRemedy(String changed, String value, String field, String code) {
        ResponseEntity<JsonNode> refused = nominate(Map.of(changed, value));

        is(refused, HttpStatus.UNPROCESSABLE_ENTITY, code);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo(field);
        assertThat(refused.getBody().at("/detail").asText())
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContain(code);
    }

    @ParameterizedTest
    @CsvSource({
        "areas, G1, areas, selection.refused.unknownArea",
        "areas, A99, areas, selection.refused.unknownArea",
        "collaborations, COL-99999, collaborations, selection.refused.unknownCollaboration"
    })
    void aCodeOfAnotherFrameworkIsUnknownHere(String changed, String value, String field, String code) {
        ResponseEntity<JsonNode> refused = nominate(Map.of(changed, List.of(value)));

        is(refused, HttpStatus.UNPROCESSABLE_ENTITY, code);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo(field);
    }

    @Test
    void aGainOfAnotherAreaIsRefused() {
        is(
                nominate(Map.of("gains", Map.of("A3", "NEXUS-COHERENCE"))),
                HttpStatus.UNPROCESSABLE_ENTITY,
                "selection.refused.unknownGain");
        is(nominate(Map.of("gains", Map.of())), HttpStatus.UNPROCESSABLE_ENTITY, "selection.refused.missingGain");
    }

    @Test
    void aCountryNominatedTwiceNamesItsCase() {
        String id = roads.nominated();
        ResponseEntity<JsonNode> refused = roads.as("fp.ilo.a3").nominate(id.split("-")[1], "A3");

        is(refused, HttpStatus.CONFLICT, "selection.refused.alreadyOpen");
        assertThat(refused.getBody().at("/detail").asText()).contains(id);
    }

    @Test
    void anAbsentPartyIsExplained() {
        String country = countries.all().stream()
                .map(Country::iso3)
                .filter(iso3 -> !countries.isPresent("UNDP", iso3) || !countries.isPresent("ILO", iso3))
                .findFirst()
                .orElseThrow();
        Map<String, Object> nomination = new HashMap<>(Caller.nomination("FFA", country, "A3"));
        nomination.remove("absenceExplanation");
        ResponseEntity<JsonNode> refused = roads.as("fp.undp.a3").post(NOMINATIONS, nomination);

        is(refused, HttpStatus.UNPROCESSABLE_ENTITY, "selection.refused.absenceUnexplained");
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("absenceExplanation");
    }

    @Test
    void anAreaTwiceInOneNominationIsOneCase() {
        Map<String, Object> nomination = new HashMap<>(Caller.nomination("FFA", roads.freshCountry(), "A3"));
        nomination.put("areas", Arrays.asList("A3", "A3", null, ""));
        ResponseEntity<JsonNode> opened = roads.as("fp.undp.a3").post(NOMINATIONS, nomination);

        assertThat(opened.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(opened.getBody().at("/cases")).hasSize(1);
    }

    @Test
    void allFieldsThatAreWrongAreNamedAtOnce() {
        ResponseEntity<JsonNode> refused = roads.as("fp.undp.a3").post(NOMINATIONS, Map.of("country", "VNM"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getHeaders().getContentType())
                .satisfies(type -> assertThat(type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                        .isTrue());
        assertThat(refused.getBody().at("/errors"))
                .extracting(error -> error.at("/field").asText())
                .containsExactly("framework", "areas", "entryPoint", "reasons");
        assertThat(refused.getBody().at("/errors")).allSatisfy(error -> {
            assertThat(error.at("/detail").asText()).isNotBlank();
            assertThat(error.at("/code").asText()).startsWith("selection.refused.");
        });
    }

    @Test
    void allAnswersOfAFormThatAreWrongAreNamedAtOnce() {
        String id = roads.inVetting() + "-D1";
        roads.raised(id.substring(0, id.length() - 3), "AREA", false);
        roads.rises(id);
        roads.rises(id);
        ResponseEntity<JsonNode> refused = roads.tries(id, "briefMechanism", null, Map.of("advice", "PERHAPS"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors"))
                .extracting(error -> error.at("/field").asText())
                .containsExactlyInAnyOrder("brief", "advice");
    }

    @Test
    void twoMegabytesAreTooLarge() {
        String flood = "x".repeat(TWO_MEGABYTES);
        String id = roads.inVetting();

        assertThat(nominate(Map.of("reasons", flood)).getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(roads.tries(id, "vetCountry", "ILO", Map.of("decision", "DECLINE", "reason", flood))
                        .getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + id + "/suspension", Map.of("reason", flood))
                        .getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(roads.as("coord.undp")
                        .post("/api/cases/" + id + "/comments", Map.of("comment", flood))
                        .getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_001, 100_000})
    void aLongReasonIsTooLong(int length) {
        String id = roads.inVetting();
        ResponseEntity<JsonNode> refused =
                roads.tries(id, "vetCountry", "ILO", Map.of("decision", "DECLINE", "reason", "x".repeat(length)));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u0007b", "a\\u001b[2Jb", "a\\u202Eb", "a\\uD83Db"})
    void invisibleCharactersAreRefusedEverywhere(String text) {
        String id = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        ResponseEntity<JsonNode> vote = director.postText(
                Roads.address(id, "vetCountry"), "{\"decision\": \"DECLINE\", \"reason\": \"" + text + "\"}");
        ResponseEntity<JsonNode> pause = roads.as("coord.undp")
                .postText("/api/selection/" + id + "/suspension", "{\"reason\": \"" + text + "\"}");
        ResponseEntity<JsonNode> comment =
                roads.as("coord.undp").postText("/api/cases/" + id + "/comments", "{\"comment\": \"" + text + "\"}");

        assertThat(List.of(vote, pause, comment))
                .allSatisfy(
                        refused -> assertThat(refused.getStatusCode().value()).isIn(400, 422));
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).hasSize(2);
    }

    @Test
    void theLettersOfAnEscapeAreKeptInADraft() {
        String id = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        String address = Roads.address(id, "vetCountry");

        assertThat(director.put(address + "/draft", Map.of("reason", "the letters \\u0000 and \\ud800"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(director.get(address).getBody().toString()).contains("the letters \\\\u0000 and \\\\ud800");
    }

    @Test
    void aDraftOfAPageSurvivesTheNullCharacter() {
        String id = roads.inVetting();
        String director = roads.holder(
                        roads.open(id, "vetCountry", "ILO").offers().get(0))
                .name();
        Visitor page = Visitor.signedIn(port, director, "tandem");
        String address = "/vetting/" + id + "/vetCountry";
        page.get(address);

        assertThat(page.post(address + "/keep", "reason", "before\u0000after \\u0000")
                        .statusCode())
                .isEqualTo(302);
        assertThat(page.get(address).body()).contains("before\u001Aafter \\u0000");
    }

    @Test
    void aTickSentTwiceIsOneTick() {
        Visitor page = Visitor.signedIn(port, "rd.ilo.africa", "tandem");
        page.get("/vetting/compare");

        assertThat(page.post("/vetting/compare", "tick", "x", "tick", "x").statusCode())
                .isEqualTo(422);
    }

    @Test
    void noFieldHoldsCodesWithoutEnd() {
        ResponseEntity<JsonNode> refused = nominate(
                Map.of("areas", Collections.nCopies(101, "A3"), "collaborations", Collections.nCopies(101, "COL-6")));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors"))
                .extracting(error -> error.at("/code").asText())
                .containsExactly("selection.refused.tooManyCodes", "selection.refused.tooManyCodes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group:x",
                "groups:x,y",
                "group:coordinator:NONE:NONE",
                "person:x",
                "time:x",
                "task:x",
                "areaKey:x"
            })
    void aTextThatLooksLikeANameIsSaidAsItIs(String text) {
        assertThat(nominate(Map.of("framework", text)).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(nominate(Map.of("country", text)).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍👩‍👧‍👦 with families",
                "مع \u200Fعلامة",
                "עם \u200Eסימן",
                "Côte d’Ivoire",
                "<b>bold</b> {0} ${x}"
            })
    void everyWritingIsKeptAsItIs(String text) {
        String id = roads.inVetting();
        roads.declines(id, "ILO", text);
        roads.declines(id, "UNDP", text);

        assertThat(roads.details(id).at("/history"))
                .filteredOn(entry -> entry.at("/text").asText().equals(text))
                .hasSize(2);
    }

    @Test
    void someoneElsesTaskSaysWhoHasIt() {
        String id = roads.inVetting();
        for (String other : List.of("coord.undp", "fp.ilo.a3", "observer", "admin")) {
            ResponseEntity<JsonNode> refused = roads.as(other).vet(id, "APPROVE", "conditions", "");
            is(refused, HttpStatus.FORBIDDEN, "tasks.refused.withOthers");
            assertThat(refused.getBody().at("/detail").asText())
                    .startsWith("This is with")
                    .contains("Regional Director");
            assertThat(roads.as(other).get(Roads.address(id, "vetCountry")).getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        String task = roads.open(id, "vetCountry", "ILO").id();
        is(
                roads.as("fp.ilo.a3").post("/api/tasks/" + task + "/claim", null),
                HttpStatus.FORBIDDEN,
                "tasks.refused.withOthers");
    }

    @Test
    void outsideTheFrameworkNothingIsThere() {
        String id = roads.inVetting();
        String task = roads.open(id, "vetCountry", "ILO").id();
        Caller stranger = roads.as("coord.unhcr");

        List.of(
                        stranger.get("/api/cases/" + id),
                        stranger.get(Roads.address(id, "vetCountry")),
                        stranger.vet(id, "APPROVE", "conditions", ""),
                        stranger.delete("/api/vetting/" + id + "/vote"),
                        stranger.post("/api/selection/" + id + "/suspension", Map.of("reason", "No")),
                        stranger.delete("/api/selection/" + id + "/suspension"),
                        stranger.post("/api/selection/" + id + "/withdrawal", Map.of("reason", "No")),
                        stranger.post("/api/cases/" + id + "/comments", Map.of("comment", "Hello")),
                        stranger.post("/api/tasks/" + task + "/claim", null),
                        stranger.delete("/api/tasks/" + task + "/claim"),
                        stranger.post("/api/tasks/" + task + "/hand-over", Map.of("colleague", UUID.randomUUID())))
                .forEach(answer -> assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
        assertThat(stranger.get("/api/selection/cases").getBody().toString()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/FFA-ATA-A3",
                "/api/cases/nonsense",
                "/api/cases/FFA-VNM-A3-99999999999999999999",
                "/api/cases/ffa-vnm-a3",
                "/api/cases/FFA-VNM-A3'--",
                "/api/selection/FFA-ATA-A3/agreeNomination",
                "/api/vetting/FFA-ATA-A3/vetCountry"
            })
    void aForgedAddressIsNotThere(String address) {
        assertThat(roads.as("coord.undp").get(address).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aForgedTaskIsNotThere() {
        String id = roads.inVetting();
        String other = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        String elsewhere = roads.open(other, "vetCountry", "ILO").id();
        for (String forged : List.of(elsewhere, UUID.randomUUID().toString(), "1", "x'y")) {
            ResponseEntity<JsonNode> refused =
                    director.post(Roads.address(id, "vetCountry") + "?task=" + forged, Map.of("decision", "APPROVE"));
            is(refused, HttpStatus.NOT_FOUND, "tasks.refused.unknown");
        }
        is(
                director.post("/api/tasks/" + UUID.randomUUID() + "/claim", null),
                HttpStatus.NOT_FOUND,
                "tasks.refused.unknown");
        assertThat(roads.waiting(id)).hasSize(2);
        assertThat(roads.waiting(other)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"selection,vetCountry", "nonsense,vetCountry", "vetting,mendRoof", "vetting,agreeNomination"})
    void aTaskIsDoneAtItsOwnAddressOnly(String module, String task) {
        String id = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        ResponseEntity<JsonNode> refused =
                director.post("/api/" + module + "/" + id + "/" + task, Map.of("decision", "APPROVE"));

        assertThat(refused.getStatusCode().value()).isIn(404, 409);
        assertThat(roads.waiting(id)).hasSize(2);
    }

    @Test
    void aTaskDoneBeforeSaysSo() {
        String id = roads.inVetting();
        ResponseEntity<JsonNode> late =
                roads.as("fp.ilo.a3.2").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(late.getBody().at("/code").asText()).isIn("tasks.refused.done", "tasks.refused.doneByYou");

        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        roads.approves(id, "ILO");
        is(director.vet(id, "DECLINE", "reason", "No"), HttpStatus.CONFLICT, "tasks.refused.doneByYou");
        is(roads.as("coord.ilo").vet(id, "DECLINE", "reason", "No"), HttpStatus.FORBIDDEN, "tasks.refused.withOthers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"framework\": }", "[]", "null", "\"text\"", "{\"areas\": \"A3\"}", "{\"gains\": []}"
            })
    void malformedJsonIsABadRequest(String body) {
        ResponseEntity<JsonNode> refused = roads.as("fp.undp.a3").postText(NOMINATIONS, body);

        assertThat(refused.getStatusCode()).as(body).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody().at("/detail").asText()).isNotBlank();
    }

    @Test
    void anUnknownPropertyIsNamed() {
        ResponseEntity<JsonNode> refused = nominate(Map.of("state", "VETTED"));

        is(refused, HttpStatus.BAD_REQUEST, "platform.problem.unknownProperty");
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("state");
    }

    @Test
    void hiddenFieldsOfAFormAreRefusedOrWithoutEffect() {
        String id = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        ResponseEntity<JsonNode> answered = director.post(
                Roads.address(id, "vetCountry"),
                Map.of("decision", "APPROVE", "party", "UNDP", "outcome", "VETTED", "vote", "RETURN"));

        if (answered.getStatusCode() == HttpStatus.OK) {
            assertThat(roads.waiting(id)).containsExactly("vetCountry UNDP");
        } else {
            assertThat(answered.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(roads.waiting(id)).hasSize(2);
        }
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"APPROVE\", \"DECLINE\"]", "{\"a\": 1}", "1", "true", "null", "\"approve\"", "\"RETURNED\""})
    void aDecisionThatIsNoneOfTheChoicesIsRefused(String decision) {
        String id = roads.inVetting();
        Caller director =
                roads.holder(roads.open(id, "vetCountry", "ILO").offers().get(0));
        ResponseEntity<JsonNode> refused =
                director.postText(Roads.address(id, "vetCountry"), "{\"decision\": " + decision + "}");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("decision");
    }

    @Test
    void handingOverGoesToThoseWhoCouldDoItOnly() {
        String id = roads.nominated();
        String task = roads.open(id, "agreeNomination", "ILO").id();
        Caller holder = roads.as("fp.ilo.a3");
        for (Object colleague : Arrays.asList(UUID.randomUUID(), null)) {
            Map<String, Object> body = new HashMap<>();
            body.put("colleague", colleague);
            is(
                    holder.post("/api/tasks/" + task + "/hand-over", body),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "tasks.refused.cannotTake");
        }
        assertThat(holder.post("/api/tasks/" + task + "/hand-over", Map.of("colleague", "me"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aClaimedTaskIsNotDoneByAColleague() {
        String id = roads.nominated();
        String task = roads.open(id, "agreeNomination", "ILO").id();
        assertThat(roads.as("fp.ilo.a3")
                        .post("/api/tasks/" + task + "/claim", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(roads.as("fp.ilo.a3")
                        .post("/api/tasks/" + task + "/claim", null)
                        .getStatusCode())
                .as("a double click")
                .isEqualTo(HttpStatus.OK);
        ResponseEntity<JsonNode> refused =
                roads.as("fp.ilo.a3.2").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        is(refused, HttpStatus.CONFLICT, "tasks.refused.claimedBy");
        is(
                roads.as("fp.ilo.a3.2").delete("/api/tasks/" + task + "/claim"),
                HttpStatus.CONFLICT,
                "tasks.refused.notClaimedByYou");
        assertThat(roads.as("fp.ilo.a3").delete("/api/tasks/" + task + "/claim").getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void whoHasNoMandateForItNominatesNothing() {
        String country = roads.freshCountry();
        int before = nominationsOf(country);
        for (String other : List.of("rd.undp.rba", "observer", "admin", "fp.undp.a2", "team.undp")) {
            ResponseEntity<JsonNode> refused = roads.as(other).nominate(country, "A3");
            is(refused, HttpStatus.FORBIDDEN, "selection.refused.mayNotNominate");
        }
        assertThat(nominationsOf(country)).isEqualTo(before);
    }

    /** For any area: other tests may have named the country for theirs. */
    private int nominationsOf(String country) {
        return jdbc.sql("select count(*) from tandem.nomination where country = ?")
                .param(country)
                .query(Integer.class)
                .single();
    }

    @Test
    void thoseWhoNominatedDoNotAnswerForTheOtherSide() {
        String id = roads.nominated();
        is(
                roads.as("fp.undp.a3").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE")),
                HttpStatus.FORBIDDEN,
                "tasks.refused.withOthers");
    }

    private ResponseEntity<JsonNode> nominate(Map<String, ?> changes) {
        Map<String, Object> nomination = new HashMap<>(Caller.nomination("FFA", "NGA", "A3"));
        nomination.putAll(changes);
        return roads.as("fp.undp.a3").post(NOMINATIONS, nomination);
    }

    private static void is(ResponseEntity<JsonNode> answer, HttpStatus status, String code) {
        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(status);
        assertThat(answer.getBody().at("/code").asText()).isEqualTo(code);
    }
}
