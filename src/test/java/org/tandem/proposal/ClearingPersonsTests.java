package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** Who may clear a proposal, and what when nobody is left? */
@TestPropertySource(properties = "tandem.test.database=vetting")
@ProcessTest
class ClearingPersonsTests {

    private static final MandatePattern COORDINATOR = MandatePattern.parse("coordinator:UNDP:FFA");
    private static final MandatePattern COMMITTEE = MandatePattern.parse("committee-member:UNDP:IPS00");

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Test
    void theCoordinatorsAreAskedToNameSomebodyWhenTheOnlyOneHasWritten() {
        String id = roads.drafting();
        profile("coord.undp", id, "months", "18");
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP", "seeToCase");
        assertThat(refusal(id)).isEqualTo("proposal.refused.hadAHand");

        UUID other = roster.holders(MandatePattern.parse("coordinator:ILO:FFA"))
                .get(0)
                .id();
        roads.grant(other, COORDINATOR);
        try {
            assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP");
        } finally {
            roads.endMandateOf(other, COORDINATOR.group());
        }
    }

    @Test
    void whoSitsOnACommitteeOfTheIntendedFundDoesNotClear() {
        UUID coordinator = roster.holders(COORDINATOR).get(0).id();
        roads.grant(coordinator, COMMITTEE);
        try {
            String id = roads.drafting();
            profile("fp.undp.a3", id, "fund", "IPS00");
            roads.does(id, "draftProposal", null, Map.of());
            roads.agreeToReview(id);
            assertThat(refusal(id)).isEqualTo("proposal.refused.onTheCommittee");
            String elsewhere = roads.inClearance();
            roads.clears(elsewhere, "UNDP");
        } finally {
            roads.endMandateOf(coordinator, COMMITTEE.group());
        }
    }

    private String refusal(String id) {
        ResponseEntity<JsonNode> refused = roads.clearance(id, "UNDP", roads.fingerprint(id));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        return refused.getBody().at("/code").asText();
    }

    private void profile(String writer, String id, String field, String value) {
        JsonNode whole = roads.as(writer).get("/api/proposal/" + id).getBody();
        Map<String, String> profile = new HashMap<>();
        whole.at("/profile")
                .fields()
                .forEachRemaining(
                        one -> profile.put(one.getKey(), one.getValue().asText()));
        profile.put(field, value);
        Map<String, Object> wanted =
                Map.of("profile", profile, "seen", whole.at("/seen").asText(), "reopen", false);
        assertThat(roads.as(writer)
                        .put("/api/proposal/" + id + "/profile", wanted)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }
}
