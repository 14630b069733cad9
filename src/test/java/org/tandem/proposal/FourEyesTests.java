package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.tasks.AbandonedTasks;
import org.tandem.tasks.SweepRoster;

/** Does every party answer by a person of its own, and by nobody whom the writers of the text have made? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class FourEyesTests {

    private static final MandatePattern OF_THE_OTHER = MandatePattern.parse("coordinator:ILO:FFA");
    private static final MandatePattern WORLDWIDE = MandatePattern.parse("coordinator:ILO:WORLD");

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    SweepRoster sweep;

    @Autowired
    AbandonedTasks abandoned;

    @Autowired
    TestRestTemplate http;

    @Test
    void nobodyJoinsWhatTheyStartedForAnotherParty() {
        UUID starter = person("focal-point:UNDP:FFA-A3", "fp.undp.a3");
        MandatePattern second = MandatePattern.parse("focal-point:ILO:FFA-A3");
        roads.grant(starter, second);
        try {
            String id = roads.idea(roads.freshCountry());
            ResponseEntity<JsonNode> refused =
                    roads.as("fp.undp.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("programme.refused.answeredForAnother");
            assertThat(roads.as("fp.ilo.a3")
                            .answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.OK);
        } finally {
            roads.endMandateOf(starter, second.group());
        }
    }

    @Test
    void nobodyReviewsForTwoParties() {
        UUID reviewer = person("focal-point:UNDP:FFA-A3", "fp.undp.a3");
        MandatePattern second = MandatePattern.parse("focal-point:ILO:FFA-A3");
        roads.grant(reviewer, second);
        try {
            String id = roads.inReview();
            reviews(id, "UNDP");
            ResponseEntity<JsonNode> refused = reviews(id, "ILO");
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.answeredForAnother");
            roads.reviews(id, "ILO", Map.of("decision", "CHANGE", "place", "WHOLE", "reason", "Shorter"));
            roads.does(id, "reviseProposal", null, Map.of());
            assertThat(reviews(id, "ILO").getStatusCode()).isEqualTo(HttpStatus.OK);
        } finally {
            roads.endMandateOf(reviewer, second.group());
        }
    }

    /** The other party's task counts as nobody's when only that person is left for it. */
    @Test
    void nobodyClearsForTwoParties() {
        UUID coordinator = person("coordinator:UNDP:FFA", "coord.undp");
        String id = roads.inClearance();
        roads.grant(coordinator, OF_THE_OTHER);
        UUID only = person(WORLDWIDE.group(), "coord.ilo");
        roads.endMandateOf(only, WORLDWIDE.group());
        try {
            roads.clears(id, "UNDP");
            ResponseEntity<JsonNode> refused = roads.as("coord.undp")
                    .post(
                            Roads.address(id, "clearProposal") + "?task="
                                    + roads.open(id, "clearProposal", "ILO").id(),
                            Map.of("decision", "CLEAR", "version", roads.fingerprint(id)));
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.answeredForAnother");
            sweep.sweep();
            assertThat(abandoned.first(1_000)).anyMatch(task -> task.caseId().equals(id));
        } finally {
            roads.grant(only, WORLDWIDE);
            roads.endMandateOf(coordinator, OF_THE_OTHER.group());
        }
        roads.clears(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("READY");
    }

    @Test
    void whoeverWroteTheTextDoesNotClearItThroughAColleagueTheyHaveMade() {
        Caller writer = roads.as("coord.undp");
        String id = roads.drafting();
        assertThat(writer.writeBudget(id, "UNDP").getStatusCode()).isEqualTo(HttpStatus.OK);
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        JsonNode made = writer.post(
                        "/api/people", Map.of("signInName", "colleague.of.writer", "displayName", "Colleague"))
                .getBody();
        UUID colleague = UUID.fromString(made.at("/id").asText());
        grant(writer, colleague);
        String chosen = "correct horse battery staple 77";
        assertThat(new Caller(
                                http.withBasicAuth(
                                        "colleague.of.writer",
                                        made.at("/oneTimePassword").asText()),
                                "")
                        .put(
                                "/api/profile/password",
                                Map.of("present", made.at("/oneTimePassword").asText(), "password", chosen))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        Caller theColleague = new Caller(http.withBasicAuth("colleague.of.writer", chosen), "");

        ResponseEntity<JsonNode> refused = clears(theColleague, id);
        roads.endMandateOf(colleague, "coordinator:UNDP:FFA");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.namedByAWriter");
    }

    @Test
    void whomAnAdministratorNamesClearsIt() {
        Caller admin = roads.as("admin");
        String id = roads.drafting();
        assertThat(roads.as("coord.undp").writeBudget(id, "UNDP").getStatusCode())
                .isEqualTo(HttpStatus.OK);
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        UUID named = person("regional-director:UNDP:RBAP", "rd.undp.rbap");
        grant(admin, named);
        try {
            assertThat(clears(roads.as("rd.undp.rbap"), id).getStatusCode()).isEqualTo(HttpStatus.OK);
        } finally {
            roads.endMandateOf(named, "coordinator:UNDP:FFA");
        }
    }

    private static void grant(Caller by, UUID person) {
        Map<String, Object> wanted = Map.of(
                "version",
                by.get("/api/people/" + person).getBody().at("/version").asLong(),
                "role",
                "coordinator",
                "agency",
                "UNDP",
                "scope",
                "FFA",
                "why",
                "A new colleague");
        ResponseEntity<JsonNode> granted = by.post("/api/people/" + person + "/mandates", wanted);
        assertThat(granted.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(granted.getBody()))
                .isTrue();
    }

    private ResponseEntity<JsonNode> clears(Caller who, String id) {
        return who.post(
                Roads.address(id, "clearProposal") + "?task="
                        + roads.open(id, "clearProposal", "UNDP").id(),
                Map.of("decision", "CLEAR", "version", roads.fingerprint(id)));
    }

    private ResponseEntity<JsonNode> reviews(String id, String party) {
        return roads.as("fp.undp.a3")
                .post(
                        Roads.address(id, "reviewProposal") + "?task="
                                + roads.open(id, "reviewProposal", party).id(),
                        roads.agreed(id));
    }

    private UUID person(String group, String signInName) {
        return roster.holders(MandatePattern.parse(group)).stream()
                .filter(held -> held.signInName().equals(signInName))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
