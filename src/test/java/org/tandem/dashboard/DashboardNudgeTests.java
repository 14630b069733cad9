package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.MovableClock;
import org.tandem.Roads;

/** Who may nudge, how often, whom it reaches, and what stays of it. */
@DashboardTest
class DashboardNudgeTests {

    private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    EmptyHouse house;

    @Autowired
    MovableClock clock;

    private String id = "";
    private String task = "";

    @BeforeEach
    void aCountryWaitsForTheOtherSide() {
        house.sweep();
        clock.stopAt(MONDAY);
        id = roads.nominated("VNM", "A3");
        task = roads.open(id, "agreeNomination", "ILO").id();
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void reachesThoseItWaitsOnAndStaysInTheHistory() {
        ResponseEntity<JsonNode> nudged = nudge("coord.undp");

        assertThat(nudged.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(nudged.getBody().get("nextFrom").asText()).startsWith("2027-03-02T08:00");
        assertThat(roads.as("fp.ilo.a3").get("/api/inbox/changes").getBody().toString())
                .contains("asks you to look at", id);
        assertThat(roads.as("fp.undp.a3").get("/api/inbox/changes").getBody().toString())
                .doesNotContain("asks you to look at");
        assertThat(roads.history(id)).contains("dashboard.history.nudged");
        JsonNode entry = java.util.stream.StreamSupport.stream(
                        roads.details(id).get("history").spliterator(), false)
                .filter(line -> line.toString().contains("Nudged the ILO focal points"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.get("kind").asText()).isEqualTo("REMINDER");
        assertThat(entry.get("actingAs").asText()).isEqualTo("coordinator:UNDP:FFA");
    }

    @Test
    void isForCoordinatorsOfEitherPartyAlone() {
        for (String reader :
                new String[] {"fp.undp.a3", "fp.ilo.a3", "rd.undp.rbap", "co.ilo.vnm", "observer", "admin"}) {
            assertThat(nudge(reader).getStatusCode()).as(reader).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(nudge("coord.unhcr").getStatusCode())
                .as("no party of the framework")
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(nudge("fund.cov00").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(nudge("coord.ilo").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void happensOnceADayAndSaysWhenTheLastWas() {
        nudge("coord.undp");
        clock.advance(Duration.ofHours(23));
        ResponseEntity<JsonNode> again = nudge("coord.ilo");
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.getBody().get("detail").asText())
                .contains("UNDP coordinator", "1 Mar 2027, 08:00", "2 Mar 2027, 08:00");

        clock.advance(Duration.ofHours(1));
        assertThat(nudge("coord.ilo").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(roads.history(id))
                .filteredOn("dashboard.history.nudged"::equals)
                .hasSize(2);
    }

    @Test
    void waitsWhileTheCaseIsPaused() {
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);

        ResponseEntity<JsonNode> refused = nudge("coord.ilo");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().get("code").asText()).isEqualTo("dashboard.refused.standsStill");

        roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", "No funds"));
        task = roads.open(id, "agreeWithdrawal", "ILO").id();
        assertThat(nudge("coord.undp").getStatusCode())
                .as("withdrawing goes on during a pause")
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void isRefusedWhenTheTaskIsDoneOrWaitsOnNobodyElse() {
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        assertThat(nudge("coord.undp").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);

        String other = roads.nominated("PHL", "A1");
        task = roads.open(other, "agreeNomination", "ILO").id();
        roads.as("coord.ilo").post("/api/tasks/" + task + "/claim", Map.of());
        assertThat(nudge("coord.ilo").getBody().get("code").asText()).isEqualTo("dashboard.refused.nobodyElse");
        assertThat(nudge("coord.undp").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    /** While a case is paused its tasks stay open; what nobody can do is neither due soon nor overdue (S-038). */
    @Test
    void countsWhatStandsStillAsOpenAlone() {
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        Look look = Look.of(port, "coord.undp");
        clock.advance(Duration.ofDays(60));
        assertThat(look.tasks("regional-director", "")).isEqualTo(java.util.List.of(2, 0, 2));
        assertThat(look.at("").at("/ageing/0/ages/over-30/number").asInt()).isEqualTo(2);
        assertThat(look.at("").at("/ageing/0/median").asInt()).isEqualTo(60);

        roads.as("coord.undp").post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections"));
        assertThat(look.tasks("regional-director", "")).isEqualTo(java.util.List.of(2, 0, 0));
        assertThat(look.behind("/api/dashboard/list?figure=F6&role=regional-director"))
                .extracting(line -> line.get("timeliness").asText())
                .containsOnly("STANDING_STILL");
        JsonNode inbox = roads.as("rd.undp.rbap").get("/api/inbox").getBody();
        assertThat(inbox.at("/tasks/0/timeliness").asText())
                .as("the inbox says the same")
                .isEqualTo("STANDING_STILL");
        assertThat(roads.as("rd.undp.rbap")
                        .get("/api/inbox?due=overdue")
                        .getBody()
                        .get("tasks"))
                .isEmpty();
        roads.as("coord.undp").delete("/api/selection/" + id + "/suspension");
        assertThat(look.tasks("regional-director", "")).isEqualTo(java.util.List.of(2, 0, 2));
        assertThat(roads.as("rd.undp.rbap")
                        .get("/api/inbox?due=overdue")
                        .getBody()
                        .get("tasks"))
                .hasSize(1);
    }

    private ResponseEntity<JsonNode> nudge(String person) {
        return roads.as(person).post("/api/tasks/" + task + "/nudge", Map.of());
    }
}
