package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/** F5, F1 and F6 after every step of scenario 5: the whole ladder on a selection case, and the Uganda variant. */
@DashboardTest
class DashboardDivergenceTests {

    private static final String DIRECTORS = "regional-director";

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    EmptyHouse house;

    @Autowired
    MovableClock clock;

    private Look look;

    @BeforeEach
    void nothingIsThere() {
        house.sweep();
        clock.stopAt(Instant.parse("2027-03-01T08:00:00Z"));
        look = Look.of(port, "coord.undp");
        divergences(0, 0, 0);
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void followsADivergenceFromCountryToRegionToJointMechanism() {
        String nigeria = roads.inVetting("NGA", "A3");
        assertThat(raise(nigeria, "JOINT_MECHANISM").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        divergences(0, 0, 0);
        String id = raise(nigeria, "COUNTRY").getBody().get("id").asText();
        divergences(1, 0, 0);
        assertThat(look.countries("FFA", "")).isEqualTo(Map.of("IN_VETTING", 1));

        roads.statePositions(id);
        ResponseEntity<JsonNode> tooEarly =
                roads.tries(id, "attemptSettlement", null, Map.of("move", "RISE", "reason", "We cannot agree"));
        assertThat(tooEarly.getStatusCode()).as("no attempt is on record").isNotEqualTo(HttpStatus.OK);
        divergences(1, 0, 0);
        roads.does(id, "attemptSettlement", null, Map.of("move", "RECORD", "attempt", "A call that led nowhere"));
        roads.does(id, "attemptSettlement", null, Map.of("move", "RISE", "reason", "We cannot agree"));
        divergences(0, 1, 0);
        assertThat(look.tasks(DIRECTORS, ""))
                .as("two positions; two votes stand still")
                .isEqualTo(List.of(4, 0, 0));

        clock.advance(Duration.ofDays(60));
        divergences(0, 1, 0);
        assertThat(look.tasks(DIRECTORS, "")).as("time decides nothing (R-037)").isEqualTo(List.of(4, 0, 2));
        roads.rises(id);
        divergences(0, 0, 1);
        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        roads.as("coord.undp")
                .answer("divergence", id, "proposeOutcome", Map.of("outcome", "AGREEMENT", "text", "60/40"));
        divergences(0, 0, 1);
        roads.as("coord.ilo").answer("divergence", id, "agreeOutcome", Map.of("answer", "ACCEPT"));
        assertThat(roads.state(id)).isEqualTo("RESOLVED");
        divergences(0, 0, 0);
        assertThat(look.countries("FFA", "")).isEqualTo(Map.of("IN_VETTING", 1));
        assertThat(look.tasks(DIRECTORS, ""))
                .as("the votes are due later by the time they waited")
                .isEqualTo(List.of(2, 0, 0));
    }

    /** The votes of the directors for Uganda differ: the divergence begins in the region. */
    @Test
    void followsUgandaFromASplitVoteToItsEnd() {
        String uganda = roads.inVetting("UGA", "A2");
        roads.as("rd.undp.rba").vet(uganda, "APPROVE", "conditions", "");
        roads.as("rd.ilo.africa").vet(uganda, "DECLINE", "reason", "Not convinced");
        divergences(0, 1, 0);
        assertThat(look.countries("FFA", "")).isEqualTo(Map.of("IN_DIVERGENCE", 1));
        assertThat(look.tasks(DIRECTORS, "")).isEqualTo(List.of(2, 0, 0));
        assertThat(look.at("region=ILO:AFRICA&region=UNDP:RBA")
                        .at("/F5/levels/REGION/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(look.at("area=FFA-A3").at("/F5/total/number").asInt()).isZero();
        assertThat(look.behind("/api/dashboard/list?figure=F5&level=REGION"))
                .singleElement()
                .satisfies(line -> assertThat(line.get("parent").asText()).isEqualTo(uganda));

        String id = uganda + "-D1";
        roads.rises(id);
        divergences(0, 0, 1);
        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        roads.as("coord.undp")
                .answer("divergence", id, "proposeOutcome", Map.of("outcome", "NO_AGREEMENT", "text", "On the record"));
        roads.as("coord.ilo").answer("divergence", id, "agreeOutcome", Map.of("answer", "ACCEPT"));
        divergences(0, 0, 0);
        assertThat(look.countries("FFA", "")).isEqualTo(Map.of("NOT_SELECTED", 1));
        assertThat(look.at("").at("/F6/total/open/number").asInt()).isZero();
    }

    private ResponseEntity<JsonNode> raise(String matter, String level) {
        return roads.as("fp.ilo.a3")
                .post(
                        "/api/divergence",
                        Map.of(
                                "matter",
                                matter,
                                "subject",
                                "ENTRY_POINT",
                                "summary",
                                "Which ministry",
                                "level",
                                level,
                                "blocking",
                                true));
    }

    private void divergences(int country, int region, int mechanism) {
        JsonNode levels = look.at("").at("/F5/levels");
        assertThat(levels.findValuesAsText("number")).containsExactly("" + country, "" + region, "" + mechanism);
    }
}
