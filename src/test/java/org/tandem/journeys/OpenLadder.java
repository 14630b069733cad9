package org.tandem.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;

/** A divergence at every step of the ladder, in area 6, brought about once for each running Tandem. */
final class OpenLadder {

    static final String UNDP = "fp.undp.a6";
    static final String ILO = "fp.ilo.a6";
    static final String UNDP_DIRECTOR = "rd.undp.rba";
    static final String ILO_DIRECTOR = "rd.ilo.africa";

    /** A case on which nothing diverges yet. */
    static final String MATTER = "FFA-ZWE-A6";

    static final String AT_ATTEMPT = "FFA-ZMB-A6-D1";
    static final String AT_TEXT = "FFA-TGO-A6-D1";
    static final String AT_REGION = "FFA-SEN-A6-D1";
    static final String AT_TOP = "FFA-MWI-A6-D1";
    static final String SETTLED = "FFA-GHA-A6-D1";

    private static int preparedOn;

    private final Caller anybody;

    private OpenLadder(Caller anybody) {
        this.anybody = anybody;
    }

    static synchronized void prepare(TestRestTemplate http, int port) {
        if (preparedOn == port) {
            return;
        }
        OpenLadder ladder = new OpenLadder(Caller.of(http, UNDP));
        ladder.inVetting("ZWE");
        ladder.raise(AT_ATTEMPT);
        ladder.positions(AT_ATTEMPT, UNDP, ILO);
        ladder.raise(AT_TEXT);
        ladder.positions(AT_TEXT, UNDP, ILO);
        ladder.does(
                UNDP,
                AT_TEXT,
                "attemptSettlement",
                Map.of("move", "PROPOSE", "text", "The schools first, then the desks"));
        ladder.raise(SETTLED);
        ladder.climb(SETTLED);
        ladder.does("coord.ilo", SETTLED, "agreeOutcome", Map.of("answer", "ACCEPT"));
        ladder.raise(AT_TOP);
        ladder.climb(AT_TOP);
        ladder.raise(AT_REGION);
        ladder.leaveCountry(AT_REGION);
        ladder.does(
                UNDP_DIRECTOR, AT_REGION, "statePosition", Map.of("position", "The region holds with the schools."));
        preparedOn = port;
    }

    private void inVetting(String country) {
        require(anybody.as(UNDP).nominate(country, "A6"), HttpStatus.CREATED);
        require(
                anybody.as(ILO)
                        .answer("selection", "FFA-" + country + "-A6", "agreeNomination", Map.of("decision", "AGREE")),
                HttpStatus.OK);
    }

    private void raise(String divergence) {
        String matter = divergence.replace("-D1", "");
        inVetting(matter.substring(4, 7));
        require(
                anybody.as(ILO)
                        .post(
                                "/api/divergence",
                                Map.of(
                                        "matter",
                                        matter,
                                        "subject",
                                        "ENTRY_POINT",
                                        "summary",
                                        "The ministry of labour and the ministry of planning both ask to be the one"
                                                + " we begin with.")),
                HttpStatus.CREATED);
    }

    private void positions(String divergence, String undp, String ilo) {
        does(
                undp,
                divergence,
                "statePosition",
                Map.of("position", "Begin with planning: it holds the budget.\nLabour joins in the second year."));
        does(
                ilo,
                divergence,
                "statePosition",
                Map.of("position", "Begin with labour: employers and unions sit at its table, and nowhere else."));
    }

    private void leaveCountry(String divergence) {
        positions(divergence, UNDP, ILO);
        does(UNDP, divergence, "attemptSettlement", Map.of("move", "PROPOSE", "text", "Both, in turn, a year each"));
        does(ILO, divergence, "answerText", Map.of("answer", "REFUSE", "reason", "A year is shorter than any reform"));
        does(
                ILO,
                divergence,
                "attemptSettlement",
                Map.of("move", "RISE", "reason", "Neither office can change what its ministry expects"));
    }

    private void climb(String divergence) {
        leaveCountry(divergence);
        positions(divergence, UNDP_DIRECTOR, ILO_DIRECTOR);
        does(
                ILO_DIRECTOR,
                divergence,
                "attemptSettlement",
                Map.of("move", "RECORD", "attempt", "A call of both directors with both ministers, without result"));
        does(
                UNDP_DIRECTOR,
                divergence,
                "attemptSettlement",
                Map.of("move", "RISE", "reason", "It is a matter of principle"));
        does(
                "coord.ilo",
                divergence,
                "briefMechanism",
                Map.of("brief", "Two ministries, one budget line, an election in May.", "advice", "WANTED"));
        does("team.undp", divergence, "adviseMechanism", Map.of("advice", "Ask the council of ministers to name one."));
        does(
                "coord.undp",
                divergence,
                "proposeOutcome",
                Map.of(
                        "outcome",
                        "AGREED_TO_DIFFER",
                        "text",
                        "UNDP works with planning and ILO with labour, on one work plan.",
                        "followUp",
                        "Both offices write the work plan by March."));
    }

    private void does(String who, String divergence, String task, Map<String, String> values) {
        require(anybody.as(who).answer("divergence", divergence, task, values), HttpStatus.OK);
    }

    private static void require(ResponseEntity<JsonNode> answer, HttpStatus status) {
        if (answer.getStatusCode() != status) {
            throw new AssertionError(answer.toString());
        }
    }
}
