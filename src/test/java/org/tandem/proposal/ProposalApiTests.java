package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Is everything that does not fit refused by name, nothing overwritten unseen, and nothing void that did not change? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class ProposalApiTests {

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void namesTheFieldOfAProfileThatDoesNotFit() {
        String id = roads.drafting();

        assertThat(refused(id, "title", null)).isEqualTo("title");
        assertThat(refused(id, "title", "Floors\nfor all")).isEqualTo("title");
        assertThat(refused(id, "title", "Floors\tfor all")).isEqualTo("title");
        assertThat(refused(id, "startsOn", "+999999999-01-01")).isEqualTo("startsOn");
        assertThat(refused(id, "startsOn", "-4000-01-01")).isEqualTo("startsOn");
        assertThat(refused(id, "convening", null)).isEqualTo("convening");
        assertThat(writer().put("/api/proposal/" + id + "/profile", Map.of("reopen", false))
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesRowsOfABudgetThatAreNone() {
        String id = roads.drafting();

        assertThat(rows(id, Arrays.asList((Object) null)).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(rows(id, List.of(Map.of("organisation", "UNDP", "category", 1, "year", -2, "requested", "100")))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void takesNoBudgetWithoutRowsForAnEmptyOne() {
        String id = roads.drafting();
        long revision =
                writer().writeBudget(id, "UNDP").getBody().at("/revision").asLong();
        ResponseEntity<JsonNode> refused =
                writer().put("/api/proposal/" + id + "/budget", Map.of("revision", revision, "reopen", false));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("rows");
        assertThat(writer().get("/api/proposal/" + id + "/budget").getBody().at("/rows"))
                .isNotEmpty();
    }

    @Test
    void refusesAButtonThatIsNone() {
        String id = roads.drafting();
        String address = "/proposal/" + id + "/sections/summary";
        Visitor visitor = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        visitor.get(address);
        HttpResponse<String> refused = visitor.post(address, "_revision", "0", "text", "Hello", "_row", "add:{x}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(section(id).at("/revision").asInt()).isZero();
    }

    @Test
    void aRevisionNobodyHasSeenIsAConflict() {
        String id = roads.drafting();
        assertThat(writes(id, 1, "Before anything").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(writes(id, 0, "Mine").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(writes(id, 999_999, "Theirs").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(writer().writeBudget(id, "UNDP").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(amount(writer(), id, 999_999, "2000").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    /** Nor has whoever did it a hand in the text. */
    @Test
    void savingWhatIsThereAlreadyMakesNothingVoid() {
        String id = roads.inClearance();
        roads.clears(id, "ILO");
        Caller coordinator = roads.as("coord.undp");
        JsonNode whole = coordinator.get("/api/proposal/" + id).getBody();
        JsonNode budget = coordinator.get("/api/proposal/" + id + "/budget").getBody();
        assertThat(saves(coordinator, id, whole.get("profile"), whole).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(amount(coordinator, id, budget.at("/revision").asLong(), "1000")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(roads.waiting(id)).containsExactly("clearProposal UNDP");
        roads.clears(id, "UNDP");
        assertThat(roads.state(id)).isEqualTo("READY");
    }

    @Test
    void keepsALeadWhoHasLeftSince() {
        String id = roads.drafting();
        jdbc.sql("update tandem.proposal_lead set person ="
                        + " (select person_id from tandem.sign_in_name where name = 'observer')"
                        + " where case_id = ? and agency = 'UNDP'")
                .param(id)
                .update();

        roads.changesProfile("fp.ilo.a3", id, "months", "18");
        assertThat(refused(id, "lead.ILO", id(id, "UNDP"))).isEqualTo("lead.ILO");
    }

    private String id(String id, String party) {
        return writer().get("/api/proposal/" + id)
                .getBody()
                .at("/profile/lead." + party)
                .asText();
    }

    private Caller writer() {
        return roads.as("fp.undp.a3");
    }

    private JsonNode section(String id) {
        return writer().get("/api/proposal/" + id + "/sections/summary").getBody();
    }

    private ResponseEntity<JsonNode> writes(String id, int revision, String text) {
        return writer().put(
                        "/api/proposal/" + id + "/sections/summary",
                        Map.of("revision", revision, "content", Map.of("text", text)));
    }

    private ResponseEntity<JsonNode> rows(String id, List<?> rows) {
        return writer().put("/api/proposal/" + id + "/budget", Map.of("revision", 0, "reopen", false, "rows", rows));
    }

    private static ResponseEntity<JsonNode> amount(Caller who, String id, long revision, String amount) {
        return who.patch(
                "/api/proposal/" + id + "/budget",
                Map.of(
                        "revision",
                        revision,
                        "reopen",
                        true,
                        "organisation",
                        "UNDP",
                        "category",
                        1,
                        "year",
                        1,
                        "requested",
                        amount));
    }

    private String refused(String id, String field, @Nullable String value) {
        JsonNode whole = writer().get("/api/proposal/" + id).getBody();
        Map<String, Object> profile = new HashMap<>();
        whole.get("profile").properties().forEach(one -> profile.put(one.getKey(), one.getValue()));
        profile.put(field, value);
        ResponseEntity<JsonNode> refused = saves(writer(), id, profile, whole);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return refused.getBody().at("/field").asText();
    }

    private static ResponseEntity<JsonNode> saves(Caller who, String id, Object profile, JsonNode whole) {
        return who.put(
                "/api/proposal/" + id + "/profile",
                Map.of("profile", profile, "seen", whole.at("/seen").asText(), "reopen", true));
    }
}
