package org.tandem.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.ReconcileTasks;

/** Does bad input get a clear message and the right status from the API of support, and change nothing? */
@ProcessTest
class SupportBadInputTests {

    private static final String ADDRESS = "/api/support";

    @Autowired
    Roads roads;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "framework, NONE, framework, support.refused.unknown.framework",
        "framework, JAP, area, tasks.form.error.choice",
        "framework, '', framework, support.refused.missing.framework",
        "area, G1, area, tasks.form.error.choice",
        "area, FFA-A3, area, tasks.form.error.choice",
        "country, XXX, country, tasks.form.error.choice",
        "country, Viet Nam, country, tasks.form.error.choice",
        "country, ../VNM, country, tasks.form.error.choice",
        "topic, MONEY, topic, tasks.form.error.choice",
        "topic, '', topic, tasks.form.error.requiredChoice",
        "question, ' ', question, tasks.form.error.required",
        "wantedBy, soon, wantedBy, tasks.form.error.date",
        "wantedBy, 2026-02-30, wantedBy, tasks.form.error.date",
        "wantedBy, 22/11/2026, wantedBy, tasks.form.error.date",
        "wantedBy, 0000-01-01, wantedBy, tasks.form.error.year",
        "wantedBy, +99999-01-01, wantedBy, tasks.form.error.year",
        "wantedBy, 2020-01-01, wantedBy, tasks.form.error.past"
    })
    void anUnfitRequestNamesTheFieldAndTheRemedy(String changed, String value, String field, String code) {
        ResponseEntity<JsonNode> refused = ask("coord.ilo", Map.of(changed, value));

        is(refused, HttpStatus.UNPROCESSABLE_ENTITY, code);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo(field);
        assertThat(refused.getBody().at("/detail").asText())
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContain(code);
    }

    @Test
    void whatWasTypedIsCleaned() {
        Map<String, String> typed = Map.of("country", "vnm", "question", "  How?\r\nAnd when? ", "framework", " FFA ");
        ResponseEntity<JsonNode> asked = ask("coord.ilo", typed);

        assertThat(asked.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        JsonNode request = roads.details(asked.getBody().at("/id").asText()).at("/sections/support/request");
        assertThat(request.at("/country").asText()).isEqualTo("VNM");
        assertThat(request.at("/question").asText()).isEqualTo("How?\nAnd when?");
    }

    @Test
    void allFieldsThatAreWrongAreNamedAtOnce() {
        ResponseEntity<JsonNode> refused = roads.as("coord.ilo").post(ADDRESS, Map.of("country", "VNM"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors"))
                .extracting(error -> error.at("/field").asText())
                .containsExactly("framework", "area", "topic", "question");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\u0007b", "a\\u202Eb", "a\\uD83Db"})
    void invisibleCharactersAreRefused(String text) {
        ResponseEntity<JsonNode> refused = roads.as("coord.ilo").postText(ADDRESS, """
                {"framework": "FFA", "area": "A3", "country": "VNM", "topic": "OTHER", "question": "%s"}""".formatted(text));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("question");
    }

    @Test
    void aLongQuestionIsTooLong() {
        ResponseEntity<JsonNode> refused = ask("coord.ilo", Map.of("question", "x".repeat(4_001)));

        is(refused, HttpStatus.UNPROCESSABLE_ENTITY, "tasks.form.error.tooLong");
        assertThat(ask("coord.ilo", Map.of("question", "x".repeat(2 * 1024 * 1024)))
                        .getStatusCode())
                .isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    }

    @Test
    void theSameQuestionTwiceNamesTheOpenOne() {
        Map<String, String> same = Map.of("country", roads.freshCountry(), "question", "Twice the same?");
        String id = ask("coord.ilo", same).getBody().at("/id").asText();
        ResponseEntity<JsonNode> again = ask("coord.ilo", same);

        is(again, HttpStatus.CONFLICT, "support.refused.askedAlready");
        assertThat(again.getBody().at("/detail").asText()).contains(id);
        assertThat(ask("coord.undp", same).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        roads.does(id, "routeRequest", null, Map.of("decision", "DECLINE", "reason", "Ask the ministry"));
        assertThat(ask("coord.ilo", same).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void aDoubleClickOpensOne() {
        Map<String, String> same = Map.of("country", roads.freshCountry(), "question", "Both at once?");
        Executor clicks = Executors.newFixedThreadPool(4);
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask("coord.ilo", same), clicks))
                .limit(4)
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(ResponseEntity::getStatusCode))
                .containsOnlyOnce(HttpStatus.CREATED)
                .containsOnly(HttpStatus.CREATED, HttpStatus.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({
        "co.ilo.vnm, LAO",
        "fp.ilo.a6, VNM",
        "rd.ilo.americas, VNM",
        "team.ilo, VNM",
        "observer, VNM",
        "admin, VNM"
    })
    void whoIsNotForTheCountryOrAreaIsRefused(String name, String country) {
        ResponseEntity<JsonNode> refused = ask(name, Map.of("country", country));

        is(refused, HttpStatus.FORBIDDEN, "support.refused.mayNotAsk");
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("area");
    }

    @Test
    void aFrameworkOneMayNotReadIsUnknown() {
        is(ask("fp.unhcr.g1", Map.of()), HttpStatus.UNPROCESSABLE_ENTITY, "support.refused.unknown.framework");
    }

    @Test
    void everyGroupOfTheCountryTeamMayAsk() {
        for (String name : new String[] {"co.ilo.vnm", "rd.undp.rbap", "fp.undp.a3", "coord.undp"}) {
            ResponseEntity<JsonNode> asked = ask(name, Map.of("question", "Asked by " + name));
            assertThat(asked.getStatusCode()).as(name).isEqualTo(HttpStatus.CREATED);
            String group = roads.details(asked.getBody().at("/id").asText())
                    .at("/sections/support/request/askedAs")
                    .asText();
            assertThat(roads.holder(group)).as(name).isNotNull();
        }
    }

    @Test
    void aTaskOfOthersIsRefusedAndNothingIsDoneTwice() {
        String id = ask("coord.ilo", Map.of("country", roads.freshCountry()))
                .getBody()
                .at("/id")
                .asText();
        Map<String, String> assign = Map.of("decision", "ASSIGN", "agency", "UNDP");
        String address = Roads.address(id, "routeRequest");

        assertThat(roads.as("fp.undp.a3").post(address, assign).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(roads.as("fp.unhcr.g1").post(address, assign).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        for (String unknown : new String[] {"UNHCR", "NONE", "", "undp"}) {
            ResponseEntity<JsonNode> refused =
                    roads.as("team.ilo").post(address, Map.of("decision", "ASSIGN", "agency", unknown));
            assertThat(refused.getStatusCode()).as(unknown).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("agency");
        }
        assertThat(roads.as("team.ilo").post(address, assign).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(roads.as("team.ilo").post(address, assign).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(roads.as("team.undp").post(address, assign).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(roads.as("coord.ilo")
                        .answer("support", id, "rateAnswer", Map.of("useful", "YES"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(roads.waiting(id)).containsExactly("answerRequest UNDP");
    }

    @Test
    void anUnknownMechanismIsNotFound() {
        Caller observer = roads.as("observer");
        for (String code : new String[] {"NONE", "UNREFORM", "%00", "a".repeat(300)}) {
            assertThat(observer.get(ADDRESS + "/mechanism/" + code)
                            .getStatusCode()
                            .is4xxClientError())
                    .as(code)
                    .isTrue();
        }
        assertThat(observer.get(ADDRESS + "?page=-4&sort=none&state=%27&framework=%25")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private ResponseEntity<JsonNode> ask(String name, Map<String, String> changed) {
        Map<String, String> request = new HashMap<>(Map.of(
                "framework", "FFA",
                "area", "A3",
                "country", "VNM",
                "topic", "OTHER",
                "question", "What did others do?"));
        request.putAll(changed);
        return roads.as(name).post(ADDRESS, request);
    }

    private static void is(ResponseEntity<JsonNode> response, HttpStatus status, String code) {
        assertThat(response.getStatusCode())
                .as(String.valueOf(response.getBody()))
                .isEqualTo(status);
        assertThat(response.getBody().at("/code").asText()).isEqualTo(code);
    }
}
