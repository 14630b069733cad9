package org.tandem.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** Coordinators name, replace and end people of their own agency, on the record and without an administrator (D30). */
@TandemTest("tandem.demo=true")
class CoordinatorsNameTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Roster roster;

    @Autowired
    MandateRights rights;

    @Test
    void aCoordinatorAddsAPersonNamesThemAndEndsItAndItIsOnRecord() {
        Caller coordinator = Caller.of(http, "coord.ilo");
        String id = added(coordinator);
        assertThat(grant(coordinator, id, "focal-point", "ILO", "FFA-A7", "").getStatusCode())
                .as("no reason")
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(grant(coordinator, id, "focal-point", "ILO", "FFA-A7", "Maria has retired")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        JsonNode shown = coordinator.get("/api/people/" + id).getBody();
        assertThat(coordinator
                        .delete("/api/people/" + id + "/mandates/"
                                + shown.at("/mandates/0/id").asText() + "?why=Mistake&version="
                                + shown.at("/version").asLong())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        for (String reader : List.of("coord.ilo", "admin")) {
            String log =
                    Caller.of(http, reader).get("/api/people/changes").getBody().toString();
            assertThat(log).contains(id, "Maria has retired", "Mistake", "focal-point:ILO:FFA-A7");
        }
        assertThat(Caller.of(http, "coord.undp")
                        .get("/api/people/changes")
                        .getBody()
                        .toString())
                .doesNotContain(id);
        for (String last : List.of("1", "zqx", "9999999999999999999999", "-")) {
            assertThat(Caller.of(http, "admin")
                            .get("/api/people/changes?after=" + last)
                            .getStatusCode())
                    .as(last)
                    .isEqualTo(HttpStatus.OK);
        }
        assertThat(Caller.of(http, "fp.ilo.a7").get("/api/people/changes").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aCoordinatorNamesADirectorForACountryWithoutARegion() {
        Caller coordinator = Caller.of(http, "coord.undp");
        String id = added(coordinator);

        assertThat(grant(coordinator, id, "regional-director", "UNDP", "QAT", "No region serves it")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(roster.describe("regional-director:UNDP:QAT")).contains("Qatar");
    }

    @Test
    void nothingBeyondTheirAgencyAndNothingForThemselves() {
        Caller coordinator = Caller.of(http, "coord.ilo");
        String id = added(coordinator);
        for (String[] beyond : List.of(
                new String[] {"focal-point", "UNDP", "FFA-A7"},
                new String[] {"administrator", "-", "WORLD"},
                new String[] {"observer", "-", "WORLD"},
                new String[] {"resident-coordinator", "UN", "VNM"})) {
            assertThat(grant(coordinator, id, beyond[0], beyond[1], beyond[2], "Please")
                            .getBody()
                            .at("/code")
                            .asText())
                    .as(beyond[0])
                    .isEqualTo("people.refused.beyondReach");
        }
        String self = personOf("coordinator:ILO:WORLD");
        assertThat(grant(coordinator, self, "focal-point", "ILO", "FFA-A7", "Me too")
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("people.refused.ownMandates");
        String other = personOf("regional-director:UNDP:RBA");
        assertThat(coordinator.get("/api/people/" + other).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(grant(coordinator, other, "focal-point", "ILO", "FFA-A7", "Ours")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        String administrator = personOf("administrator:-:WORLD");
        assertThat(grant(coordinator, administrator, "focal-point", "ILO", "FFA-A7", "Ours")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        String director = personOf("regional-director:ILO:AFRICA");
        for (String path : List.of("/password", "/deactivate", "/reactivate")) {
            assertThat(coordinator
                            .post("/api/people/" + director + path, Map.of("version", version(director)))
                            .getStatusCode())
                    .as(path)
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void somebodyAddedByAnotherAgencyIsNotTakenFromIt() {
        String id = added(Caller.of(http, "coord.undp"));

        assertThat(grant(Caller.of(http, "coord.ilo"), id, "focal-point", "ILO", "FFA-A7", "Ours")
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("people.refused.ofOthers");
    }

    @Test
    void aCoordinatorOfOneFrameworkReachesThatFramework() {
        SignedIn coordinator = new SignedIn(
                UUID.randomUUID(),
                "one",
                "One",
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                List.of(new Mandate(UUID.randomUUID(), Role.COORDINATOR, "ILO", ScopeKind.FRAMEWORK, "FFA")));

        for (String within : List.of(
                "focal-point:ILO:FFA-A3",
                "country-office:ILO:VNM",
                "regional-director:ILO:AFRICA",
                "coordinator:ILO:FFA",
                "task-team:ILO:FFA",
                "technical-adviser:ILO:FFA-A3")) {
            assertThat(rights.reaches(coordinator, MandatePattern.parse(within)))
                    .as(within)
                    .isTrue();
        }
        for (String beyond : List.of(
                "focal-point:ILO:JAP-G1",
                "focal-point:UNDP:FFA-A3",
                "coordinator:ILO:WORLD",
                "task-team:ILO:WORLD",
                "coordinator:ILO:JAP",
                "administrator:-:WORLD",
                "fund-clerk:UN:COV00")) {
            assertThat(rights.reaches(coordinator, MandatePattern.parse(beyond)))
                    .as(beyond)
                    .isFalse();
        }
    }

    private String added(Caller by) {
        String name = "named." + UUID.randomUUID().toString().substring(0, 8);
        ResponseEntity<JsonNode> created =
                by.post("/api/people", Map.of("signInName", name, "displayName", "Named " + name));
        assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        return created.getBody().at("/id").asText();
    }

    private ResponseEntity<JsonNode> grant(Caller by, String id, String role, String agency, String scope, String why) {
        return by.post(
                "/api/people/" + id + "/mandates",
                Map.of("version", version(id), "role", role, "agency", agency, "scope", scope, "why", why));
    }

    private long version(String id) {
        return Caller.of(http, "admin")
                .get("/api/people/" + id)
                .getBody()
                .at("/version")
                .asLong();
    }

    private String personOf(String group) {
        return roster.holders(MandatePattern.parse(group)).get(0).id().toString();
    }
}
