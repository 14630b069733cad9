package org.tandem.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.cases.CaseId;
import org.tandem.proposal.SettledShares;

/** What happens to a proposal while its parties differ about one of its places, and what binds it afterwards? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class DisputedProposalTests {

    private static final String REFUSED = "proposal.refused.disputed";

    @Autowired
    Roads roads;

    @Autowired
    SettledShares shares;

    @Test
    void closesThePlaceAndLeavesTheOthersOpen() {
        String id = roads.drafting();
        assertThat(raise(id, "TEXT", "WHO_JOINS").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(saves(id).getStatusCode()).isEqualTo(HttpStatus.OK);

        String whole = raises(id, "TEXT", "WHOLE");
        ResponseEntity<JsonNode> refused = saves(id);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo(REFUSED);
        assertThat(refused.getBody().at("/detail").asText()).contains(whole);

        roads.statePositions(whole);
        roads.proposes(whole, "Jobs first, floors second");
        roads.does(whole, "answerText", null, Map.of("answer", "ACCEPT"));
        assertThat(saves(id).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void asksForAPlaceThatIsThereAndTakesEachOnce() {
        String id = roads.drafting();

        assertThat(field(id, "TEXT", "NOWHERE")).isEqualTo("place");
        assertThat(field(id, "TEXT", "BUDGET")).isEqualTo("place");
        assertThat(field(id, "TEXT", "budget")).isEqualTo("place");
        raises(id, "TEXT", "WHO_JOINS");
        assertThat(raise(id, "TEXT", "WHO_JOINS").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(raise(id, "BUDGET_SHARE", null).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(raise(id, "AREA", null).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void keepsTheFormWhileASectionOfItIsDisputed() {
        String id = roads.drafting();
        raises(id, "TEXT", "summary");

        assertThat(saves(id, "fund", "MIG00").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(saves(id).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void holdsUpClearanceAndLetsDraftingGoOn() {
        String drafted = roads.drafting();
        raises(drafted, "BUDGET_SHARE", null);
        roads.does(drafted, "draftProposal", null, Map.of());

        String cleared = roads.inClearance();
        String divergence = raises(cleared, "BUDGET_SHARE", null);
        assertThat(roads.clearance(cleared, "ILO", roads.fingerprint(cleared)).getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        settles(divergence, "60", "40");
        roads.clears(cleared, "ILO");
    }

    @Test
    void bindsTheBudgetToTheSharesThatWereAgreed() {
        String id = roads.drafting();
        settles(raises(id, "BUDGET_SHARE", null), "60", "40");
        assertThat(agreed(id)).containsExactly(Map.entry("ILO", "40.00"), Map.entry("UNDP", "60.00"));

        settles(raises(id, "BUDGET_SHARE", null), "55.5", "44.5");
        assertThat(agreed(id)).containsExactly(Map.entry("ILO", "44.50"), Map.entry("UNDP", "55.50"));
    }

    @Test
    void refusesSharesThatAreNoWhole() {
        String id = raises(roads.drafting(), "BUDGET_SHARE", null);
        roads.statePositions(id);

        assertThat(field(proposing(id, "UNDP", "60", "ILO", "30"))).isEqualTo("shares");
        assertThat(field(proposing(id, "UNDP", "60", "UNDP", "40"))).isEqualTo("shares");
        assertThat(field(proposing(id, "UNDP", "160", "ILO", "-60"))).contains("share");
        assertThat(field(proposing(id, "UNDP", "60", "WFP", "40"))).contains("sharer");
    }

    @Test
    void endsWithTheProgramme() {
        String id = roads.drafting();
        String divergence = raises(id, "TEXT", "WHOLE");
        roads.as("coord.undp").post("/api/programmes/" + id + "/withdrawal", Map.of("reason", "No money this year"));
        roads.does(id, "agreeProgrammeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(divergence)).isEmpty();
        assertThat(roads.as("observer")
                        .get("/api/divergence/" + divergence)
                        .getBody()
                        .at("/outcome")
                        .asText())
                .isEqualTo("MATTER_ENDED");
    }

    private String raises(String id, String subject, String place) {
        ResponseEntity<JsonNode> raised = raise(id, subject, place);
        assertThat(raised.getStatusCode()).as(String.valueOf(raised.getBody())).isEqualTo(HttpStatus.CREATED);
        return raised.getBody().at("/id").asText();
    }

    private ResponseEntity<JsonNode> raise(String id, String subject, String place) {
        Map<String, Object> wanted =
                new LinkedHashMap<>(Map.of("matter", id, "subject", subject, "summary", "Who leads, and with what"));
        if (place != null) {
            wanted.put("place", place);
        }
        return roads.as("fp.ilo.a3").post("/api/divergence", wanted);
    }

    private String field(String id, String subject, String place) {
        return field(raise(id, subject, place));
    }

    private static String field(ResponseEntity<JsonNode> refused) {
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return refused.getBody().at("/errors/0/field").asText();
    }

    private void settles(String divergence, String undp, String ilo) {
        roads.statePositions(divergence);
        ResponseEntity<JsonNode> proposed = proposing(divergence, "UNDP", undp, "ILO", ilo);
        assertThat(proposed.getStatusCode())
                .as(String.valueOf(proposed.getBody()))
                .isEqualTo(HttpStatus.OK);
        roads.does(divergence, "answerText", null, Map.of("answer", "ACCEPT"));
    }

    private ResponseEntity<JsonNode> proposing(String divergence, String one, String first, String two, String second) {
        return roads.tries(
                divergence,
                "attemptSettlement",
                null,
                Map.of(
                        "move",
                        "PROPOSE",
                        "text",
                        "As in the table",
                        "shares",
                        List.of(Map.of("sharer", one, "share", first), Map.of("sharer", two, "share", second))));
    }

    private Map<String, String> agreed(String id) {
        Map<String, String> agreed = new LinkedHashMap<>();
        shares.of(new CaseId(id))
                .orElseThrow()
                .shares()
                .forEach((organisation, share) -> agreed.put(organisation, share.toPlainString()));
        return agreed;
    }

    /** Another title, which is a change of the whole. */
    private ResponseEntity<JsonNode> saves(String id) {
        return saves(id, "title", roads.file(id).at("/title").asText() + " again");
    }

    private ResponseEntity<JsonNode> saves(String id, String field, String value) {
        JsonNode whole = roads.as("observer").get("/api/proposal/" + id).getBody();
        Map<String, Object> profile = new LinkedHashMap<>();
        whole.get("profile")
                .fields()
                .forEachRemaining(
                        one -> profile.put(one.getKey(), one.getValue().asText()));
        profile.put(field, value);
        return roads.as("fp.undp.a3")
                .put(
                        "/api/proposal/" + id + "/profile",
                        Map.of("profile", profile, "seen", whole.at("/seen").asText(), "reopen", false));
    }
}
