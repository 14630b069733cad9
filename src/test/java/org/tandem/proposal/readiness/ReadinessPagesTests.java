package org.tandem.proposal.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.WrittenSections;
import org.tandem.proposal.SweepReadiness;

/** Does everybody see what is missing, and does it keep a proposal from going out? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class ReadinessPagesTests {

    private static final String WRITER = "fp.ilo.a3";
    private static final String FELL_BACK = "proposal.history.judged.CLEARED";

    @Autowired
    Roads roads;

    @Autowired
    SweepReadiness sweep;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    @Test
    void showsWhatIsMissingWithAWayToMendIt() {
        String id = roads.drafting();
        String page = visitor("observer").get("/proposal/" + id + "/readiness").body();

        assertThat(page)
                .contains("employers’ organisations have not been consulted")
                .contains("/proposal/" + id + "/consultation?country=" + country(id) + "&amp;kind=EMPLOYERS")
                .contains("To be checked by people", "How sure the rule is")
                .doesNotContain("Name a private partner");
        assertThat(visitor("fp.unhcr.g1").get("/proposal/" + id + "/readiness").statusCode())
                .isEqualTo(404);
    }

    @Test
    void countsNoRuleAsMetThatNobodyJudges() {
        JsonNode rules = readiness(roads.drafting()).at("/rules");

        assertThat(rules).isNotEmpty();
        assertThat(standing(rules, "R01")).isEqualTo("NOTHING_FOUND");
        assertThat(standing(rules, "R35")).isEqualTo("FOR_PEOPLE");
    }

    @Test
    void recordsAConsultationWithItsLetter() {
        String id = roads.drafting();
        assertThat(findings(id)).contains("CONSULTED", "CONSULTED", "CONSULTED");
        Caller writer = roads.as(WRITER);
        String letter = writer.upload("/api/uploads?kind=letter", "file", "minutes.pdf", "%PDF-1.7 " + id)
                .getBody()
                .at("/id")
                .asText();
        assertThat(consults(
                                id,
                                Map.of(
                                        "kind",
                                        "WORKERS",
                                        "held",
                                        "YES",
                                        "whom",
                                        "Trade unions",
                                        "on",
                                        "2026-11-02",
                                        "file",
                                        letter))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(consults(id, Map.of("kind", "EMPLOYERS", "held", "NO", "note", "Nobody answered"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);

        String page = visitor(WRITER).get("/proposal/" + id + "/readiness").body();
        assertThat(page)
                .contains("Trade unions", "Nobody answered", "/cases/" + id + "/letters/")
                .doesNotContain("workers’ organisations have not been consulted")
                .contains("employers’ organisations have not been consulted");
        assertThat(visitor(WRITER)
                        .get("/proposal/" + id + "/consultation?country=" + country(id) + "&kind=WORKERS")
                        .body())
                .contains("value=\"Trade unions\"");
        assertThat(roads.history(id)).contains("proposal.history.consultation.WORKERS");
    }

    @Test
    void asksForWhatTheFormOfTheFundAsks() {
        String id = roads.drafting();
        assertThat(findings(id)).doesNotContain("R52");
        intends(id, "MIG00");
        assertThat(blockers(id)).contains("R52");
        consults(
                id,
                Map.of(
                        "kind",
                        "ENDORSEMENT",
                        "held",
                        "YES",
                        "whom",
                        "Office of the Prime Minister",
                        "on",
                        "2026-11-02"));

        assertThat(blockers(id)).doesNotContain("R52");
    }

    @Test
    void keepsAProposalBackUntilItsPartnersAreCleared() {
        String id = roads.drafting();
        assertThat(partner(id, Map.of("result", "PENDING")).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(blockers(id)).contains("DUE_DILIGENCE");
        WrittenSections.write(roads.as("fp.undp.a3"), id);
        roads.as("fp.undp.a3").writeBudget(id, "UNDP");
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("CLEARED");

        assertThat(partner(id, Map.of("result", "CLEARED", "validUntil", "2027-12-31"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(blockers(id)).doesNotContain("DUE_DILIGENCE");
        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(partner(id, Map.of("result", "REFUSED")).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(roads.state(id)).isEqualTo("CLEARED");
    }

    /** Renewed, or asked of constituents, is no change of what was cleared; who takes part is. */
    @Test
    void recordsMakeNothingVoidUnlessTheyChangeWhoTakesPart() {
        String id = roads.drafting();
        partner(id, Map.of("result", "CLEARED", "validUntil", "2027-12-31"));
        WrittenSections.write(roads.as("fp.undp.a3"), id);
        roads.as("fp.undp.a3").writeBudget(id, "UNDP");
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("READY");

        assertThat(partner(id, Map.of("result", "CLEARED", "validUntil", "2029-12-31", "note", "Looked at anew"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(consults(id, Map.of("kind", "WORKERS", "held", "NO", "note", "Not yet"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(visitor("observer").get("/proposal/" + id + "/versions").body())
                .doesNotContain("The proposal was changed since");
        assertThat(visitor(WRITER).get("/proposal/" + id + "/partner").body()).contains("name=\"reopen\"");
        assertThat(visitor(WRITER)
                        .get("/proposal/" + id + "/partner?name=Maker+of+Things+%26+Co")
                        .body())
                .contains("Looked at anew")
                .doesNotContain("name=\"reopen\"");

        ResponseEntity<JsonNode> unknowing = partner(id, Map.of("result", "GONE"));
        assertThat(unknowing.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(unknowing.getBody().at("/field").asText()).isEqualTo("reopen");
        assertThat(partner(id, Map.of("result", "GONE", "reopen", true)).getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(readiness(id).at("/partners")).isEmpty();
        assertThat(roads.state(id)).isEqualTo("REVISION");
    }

    @Test
    void judgesDueDiligenceByTheSameDayWhereverItsReaderIs() {
        String id = roads.drafting();
        clock.advance(Duration.ofHours(
                (20 + 24 - clock.instant().atZone(ZoneOffset.UTC).getHour()) % 24));
        partner(
                id,
                Map.of("result", "CLEARED", "validUntil", LocalDate.now(clock).toString()));
        assertThat(blockers(id)).doesNotContain("DUE_DILIGENCE");
        Visitor reader = visitor("observer");
        reader.get("/proposal/" + id + "/readiness");
        reader.post("/profile/zone", "zone", "Pacific/Auckland", "back", "/");
        try {
            assertThat(reader.get("/proposal/" + id + "/readiness").body())
                    .containsPattern("Maker of Things[^§]{0,200}tag-done");
        } finally {
            reader.post("/profile/zone", "zone", "UTC");
        }
    }

    @Test
    void isReadyNoLongerThanTheDueDiligenceHolds() {
        String id = roads.inClearance();
        LocalDate lastDay = LocalDate.now(clock).plusDays(10);
        partner(id, Map.of("result", "CLEARED", "validUntil", lastDay.toString(), "reopen", true));
        roads.does(id, "reviseProposal", null, Map.of());
        roads.agreeToReview(id);
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");

        clock.advance(Duration.ofDays(10));
        sweep.sweep();
        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(notices()).doesNotContain(id + " " + FELL_BACK);
        clock.advance(Duration.ofDays(1));
        sweep.sweep();
        sweep.sweep();

        assertThat(roads.state(id)).isEqualTo("CLEARED");
        assertThat(roads.history(id)).endsWith("proposal.history.judged.READY", FELL_BACK);
        assertThat(notices()).contains(id + " " + FELL_BACK);
        assertThat(blockers(id)).containsExactly("DUE_DILIGENCE");
    }

    private List<String> notices() {
        JsonNode told = roads.as(WRITER).get("/api/inbox/changes").getBody().at("/notices");
        return StreamSupport.stream(told.spliterator(), false)
                .map(one -> one.at("/caseId").asText() + " " + one.at("/code").asText())
                .toList();
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        String id = roads.drafting();
        assertThat(partner(id, Map.of("result", "REFUSED", "note", "Sells tobacco"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        ResponseEntity<JsonNode> refused =
                partner(id, Map.of("result", "CLEARED", "validUntil", "2027-12-31", "seen", ""));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/detail").asText()).contains("ILO", "refused", "Sells tobacco");
        assertThat(partner(id, Map.of("result", "PENDING")).getStatusCode()).isEqualTo(HttpStatus.CREATED);

        Map<String, Object> held = Map.of("kind", "WORKERS", "held", "YES", "whom", "Unions", "on", "2026-11-02");
        assertThat(consults(id, held).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        ResponseEntity<JsonNode> unseen = consults(id, Map.of("kind", "WORKERS", "held", "NO"));
        assertThat(unseen.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(unseen.getBody().at("/detail").asText()).contains("on 2 Nov 2026");
    }

    @Test
    void whoeverWasOvertakenSeesBothAndMaySendItAgain() {
        String id = roads.drafting();
        String form = "/proposal/" + id + "/partner";
        Visitor overtaken = visitor("fp.undp.a3");
        overtaken.get(form);
        assertThat(partner(id, Map.of("result", "REFUSED", "note", "Sells tobacco"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        String[] typed = {"name", "Maker of Things & Co", "result", "NOT_NEEDED", "note", "Gives no money"};
        HttpResponse<String> shown = overtaken.post(form, typed);
        assertThat(shown.statusCode()).isEqualTo(409);
        assertThat(shown.body()).contains("Sells tobacco", "Gives no money");
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(shown.body());
        assertThat(seen.find()).isTrue();
        overtaken.post(
                form,
                Stream.concat(Stream.of("seen", seen.group(1)), Stream.of(typed))
                        .toArray(String[]::new));

        assertThat(readiness(id).at("/partners/0/result").asText()).isEqualTo("NOT_NEEDED");
    }

    @Test
    void leavesRecordingToThoseWhoWrite() {
        String id = roads.drafting();

        assertThat(roads.as("observer")
                        .post("/api/proposal/" + id + "/partners", Map.of("name", "Maker", "result", "PENDING"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(roads.as("fp.unhcr.g1")
                        .post("/api/proposal/" + id + "/partners", Map.of("name", "Maker", "result", "PENDING"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(roads.as(WRITER)
                        .post(
                                "/api/proposal/" + id + "/consultations",
                                Map.of("country", "FRA", "kind", "WORKERS", "held", "NO"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ResponseEntity<JsonNode> consults(String id, Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("country", country(id));
        return roads.as(WRITER).post("/api/proposal/" + id + "/consultations", all);
    }

    private ResponseEntity<JsonNode> partner(String id, Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        all.put("name", "Maker of Things & Co");
        readiness(id)
                .at("/partners")
                .forEach(known -> all.putIfAbsent("seen", known.at("/seen").asText()));
        return roads.as(WRITER).post("/api/proposal/" + id + "/partners", all);
    }

    private void intends(String id, String fund) {
        JsonNode whole = roads.as("fp.undp.a3").get("/api/proposal/" + id).getBody();
        Map<String, String> profile = new HashMap<>();
        whole.at("/profile")
                .properties()
                .forEach(one -> profile.put(one.getKey(), one.getValue().asText()));
        profile.put("fund", fund);
        assertThat(roads.as("fp.undp.a3")
                        .put(
                                "/api/proposal/" + id + "/profile",
                                Map.of(
                                        "profile",
                                        profile,
                                        "seen",
                                        whole.at("/seen").asText(),
                                        "reopen",
                                        false))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private JsonNode readiness(String id) {
        return roads.as("observer").get("/api/proposal/" + id + "/readiness").getBody();
    }

    private List<String> findings(String id) {
        return rules(id, "");
    }

    private List<String> blockers(String id) {
        return rules(id, "BLOCKER");
    }

    private List<String> rules(String id, String weight) {
        return StreamSupport.stream(readiness(id).at("/findings").spliterator(), false)
                .filter(found -> found.at("/weight").asText().contains(weight))
                .map(found -> found.at("/rule").asText())
                .toList();
    }

    private static String standing(JsonNode rules, String rule) {
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(line -> line.at("/rule").asText().equals(rule))
                .map(line -> line.at("/standing").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String country(String id) {
        return id.split("-")[1];
    }

    private Visitor visitor(String name) {
        return Visitor.of(port, name);
    }
}
