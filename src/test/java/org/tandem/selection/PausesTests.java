package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Each party may pause a country; it is paused while any pause stands. And one form withdraws it from every area. */
@ProcessTest
class PausesTests {

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    private String id;
    private String pause;

    @BeforeEach
    void open() {
        id = roads.inVetting();
        pause = "/api/selection/" + id + "/suspension";
    }

    @Test
    void aSecondPartyAddsItsOwnAndTheCaseRestsUntilBothAreLifted() {
        assertThat(pause("coord.undp", "Elections")).isEqualTo(HttpStatus.CREATED);
        assertThat(pause("coord.ilo", "No staff until May")).isEqualTo(HttpStatus.CREATED);
        assertThat(pause("coord.ilo", "Once more")).isEqualTo(HttpStatus.CONFLICT);

        assertThat(roads.details(id).at("/sections/selection/pauses").findValuesAsText("agency"))
                .containsExactly("UNDP", "ILO");
        Visitor coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        String page = coordinator.get("/cases/" + id).body();
        assertThat(page)
                .contains(
                        "Paused by UNDP, ILO since",
                        "Paused by UNDP since",
                        "Elections",
                        "Paused by ILO since",
                        "No staff until May");

        assertThat(coordinator.get("/cases/" + id + "?lang=fr").body())
                .contains("Suspendu par PNUD, OIT depuis", "title=\"PNUD, OIT\"")
                .doesNotContain("title=\"UNDP");

        assertThat(lift("coord.undp")).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(roads.state(id)).isEqualTo("SUSPENDED");
        assertThat(roads.file(id).at("/suspendedBy").asText()).isEqualTo("ILO");
        assertThat(lift("coord.undp")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(lift("coord.ilo")).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.history(id))
                .filteredOn(key -> key.startsWith("selection.history.susp"))
                .containsExactly(
                        "selection.history.suspended",
                        "selection.history.suspended",
                        "selection.history.suspensionLifted",
                        "selection.history.suspensionLifted");
    }

    @Test
    void timeIsGivenBackOnceForTheWholePause() {
        var due = roads.open(id, "vetCountry", "ILO").dueAt();
        pause("coord.undp", "Elections");
        pause("coord.ilo", "No staff");
        lift("coord.undp");
        lift("coord.ilo");

        assertThat(roads.open(id, "vetCountry", "ILO").dueAt()).isAfterOrEqualTo(due);
        assertThat(lift("coord.ilo")).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void aCountryIsWithdrawnFromEveryAreaEachCaseOnItsOwn() {
        String country = roads.untouchedCountry();
        String first = roads.nominated(country, "A3");
        String second = roads.inArea("A7").nominated(country, "A7");
        roads.as("coord.undp").post("/api/selection/" + first + "/withdrawal", Map.of("reason", "Asked before"));

        ResponseEntity<JsonNode> answer = roads.as("coord.undp")
                .post(
                        "/api/selection/withdrawals",
                        Map.of("framework", "FFA", "country", country, "reason", "The government asked for it"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().findValuesAsText("caseId")).containsExactly(first, second);
        assertThat(answer.getBody().findValuesAsText("asked")).containsExactly("false", "true");
        assertThat(roads.file(second).at("/withdrawalAskedBy").asText()).isEqualTo("UNDP");
        assertThat(roads.as("fp.undp.a3")
                        .post(
                                "/api/selection/withdrawals",
                                Map.of("framework", "FFA", "country", country, "reason", "Mine"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void theFormOfACountryKeepsWhatWasTypedAndNamesWhatStandsInTheWay() {
        String country = roads.untouchedCountry();
        String first = roads.nominated(country, "A3");
        String second = roads.inArea("A7").nominated(country, "A7");
        Visitor coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        assertThat(coordinator.get("/countries/" + country).body())
                .contains("/selection/withdraw?framework=FFA&amp;country=" + country);
        String page = "/selection/withdraw?framework=FFA&country=" + country;
        assertThat(coordinator.get(page).body()).contains(first, second);

        var noReason = coordinator.post(page, "areas", "A7");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body())
                .containsPattern("value=\"A7\"[^>]* checked")
                .doesNotContainPattern("value=\"A3\"[^>]* checked");
        var none = coordinator.post(page, "reason", "Nothing ticked");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choose at least one case", "Nothing ticked");
        roads.as("coord.ilo").post("/api/selection/" + first + "/withdrawal", Map.of("reason", "Asked meanwhile"));
        var partly = coordinator.post(page, "areas", "A3", "areas", "A7", "reason", "The government asked");

        assertThat(partly.statusCode()).isEqualTo(409);
        assertThat(partly.body()).contains(second, first, "The government asked", "The withdrawal of " + second);
        assertThat(roads.file(second).at("/withdrawalAskedBy").asText()).isEqualTo("UNDP");
    }

    private Object pause(String who, String reason) {
        return roads.as(who).post(pause, Map.of("reason", reason)).getStatusCode();
    }

    private Object lift(String who) {
        return roads.as(who).delete(pause).getStatusCode();
    }
}
