package org.tandem.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Do coordinators keep the calls, does everybody see them, and are those told who write for one? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class CallPagesTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String COORDINATOR = "coord.ilo";
    private static final String ZONE = "America/New_York";

    @Autowired
    Roads roads;

    @Autowired
    RemindOfCalls remind;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void entersACallOfWhichHardlyAnythingIsKnown() {
        String id = entered(Map.of());

        String page = visitor("observer").get("/calls/" + id).body();
        assertThat(page).contains("Closing not known", "Not known", "No proposal that you may read");
        assertThat(page).doesNotContain("/calls/enter?call=");
        JsonNode call = call(id);
        assertThat(call.at("/terms")).isEmpty();
        assertThat(call.at("/closedFrom").isNull()).isTrue();
        assertThat(visitor("observer").get("/funds/UNTFHS").body()).contains("/calls/" + id);
        assertThat(visitor("observer").get("/search?q=" + id).body()).contains("/calls/" + id);
    }

    @Test
    void showsToEverybodyWhatIsKnownInBothLanguages() {
        String id = entered(Map.of(
                "name", "Round for two",
                "closes", "2031-03-31",
                "closesTime", "23:59",
                "zone", ZONE,
                "ceiling", 1_500_000,
                "countries", "Viet Nam\nPER"));

        assertThat(call(id).at("/closedFrom").asText()).isEqualTo("2031-04-01T04:00:00Z");
        assertThat(call(id).at("/terms/countries").asText()).isEqualTo("VNM PER");
        assertThat(visitor("rc.vnm").get("/calls/" + id).body())
                .contains(
                        "Round for two",
                        "31 Mar 2031, 23:59",
                        "America/New York",
                        "Viet Nam, Peru",
                        "1,500,000",
                        "Open");
        assertThat(visitor("rc.vnm").get("/calls/" + id + "?lang=fr").body()).doesNotContain("??");
        assertThat(ids("fund=UNTFHS&state=OPEN&country=PER")).contains(id);
        assertThat(ids("country=KEN")).doesNotContain(id);
        assertThat(ids("state=CLOSED")).doesNotContain(id);
        assertThat(visitor("observer").get("/calls?state=OPEN").body()).contains("Round for two");
    }

    @ParameterizedTest
    @CsvSource({
        "closes, 31.12., closes",
        "countries, Atlantis, countries",
        "zone, Europe/Atlantis, zone",
        "closesTime, 12:00, closes",
        "ceiling, -1, ceiling",
        "ceiling, 1.5, ceiling",
        "fund, XXX00, fund",
        "code, lower case, code",
        "code, IPS-2025-MGA2, code",
        "template, none, template"
    })
    void refusesWhatDoesNotFitByItsField(String field, String value, String about) {
        Map<String, Object> sent = new HashMap<>(Map.of("code", "BAD-" + NEXT.incrementAndGet(), "fund", "UNTFHS"));
        sent.put(field, value);
        ResponseEntity<JsonNode> refused = coordinator().post("/api/calls", sent);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().toString()).contains("\"" + about + "\"");
    }

    @Test
    void refusesATimeThatDoesNotExistAndAClosingBeforeTheOpening() {
        Map<String, Object> dates = new HashMap<>(Map.of(
                "code",
                "BAD-" + NEXT.incrementAndGet(),
                "fund",
                "UNTFHS",
                "closes",
                "2031-03-09",
                "closesTime",
                "02:30",
                "zone",
                ZONE));
        assertThat(coordinator().post("/api/calls", dates).getBody().toString()).contains("closesTime", "02:30");
        dates.remove("closesTime");
        dates.put("opens", "2031-04-01");
        assertThat(coordinator().post("/api/calls", dates).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        dates.remove("zone");
        dates.put("opens", "2031-03-01");
        dates.put("opensTime", "09:00");
        assertThat(coordinator().post("/api/calls", dates).getBody().toString()).contains("\"zone\"");
    }

    @Test
    void leavesCallsToCoordinators() {
        for (String other : List.of("observer", "fp.ilo.a3", "admin", "rc.vnm")) {
            assertThat(roads.as(other)
                            .post("/api/calls", Map.of("code", "NO-1", "fund", "UNTFHS"))
                            .getStatusCode())
                    .as(other)
                    .isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(visitor(other).get("/calls/decide?call=IPS-2025-MGA2").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(visitor("observer").get("/calls/NO-1").statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoCorrectTheSecondSeesBothAndChooses() {
        String id = entered(Map.of("name", "As entered"));
        Visitor second = visitor("coord.undp");
        assertThat(second.get("/calls/enter?call=" + id).body())
                .contains("value=\"As entered\"", "Call " + id + " As entered. Closes: Not known.");
        corrected(id, 1, Map.of("name", "By the first", "ceiling", 2_000_000));

        HttpResponse<String> conflict = second.post(
                "/calls/enter", "call", id, "version", "1", "name", "By the second", "reason", "Letter of the fund");

        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("value=\"By the second\"", "Name is now By the first; it was As entered", "value=\"2\"");
        HttpResponse<String> saved = second.post(
                "/calls/enter",
                "call",
                id,
                "version",
                "1",
                "over",
                "2",
                "name",
                "By the second",
                "reason",
                "Letter of the fund");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(call(id).at("/terms/name").asText()).isEqualTo("By the second");
        assertThat(visitor("observer").get("/calls/" + id).body())
                .contains("By the first → By the second", "Letter of the fund", "USD 2,000,000 → Not known");
        assertThat(coordinator()
                        .post("/api/calls", Map.of("call", id, "name", "Unread"))
                        .getBody()
                        .toString())
                .contains("\"version\"");
        assertThat(tried(id, 2, Map.of("name", "Too late")).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(tried(id, 3, Map.of("name", "By the second")).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void ofTwoAtOnceOneComesThrough() {
        String id = entered(Map.of("name", "Before"));

        List<HttpStatus> answers =
                atOnce(() -> tried(id, 1, Map.of("name", "One")), () -> tried(id, 1, Map.of("name", "Other")));

        assertThat(answers).containsExactlyInAnyOrder(HttpStatus.CREATED, HttpStatus.CONFLICT);
        String code = "TWIN-" + NEXT.incrementAndGet();
        assertThat(atOnce(
                        () -> coordinator().post("/api/calls", Map.of("code", code, "fund", "UNTFHS")),
                        () -> coordinator().post("/api/calls", Map.of("code", code, "fund", "UNTFHS"))))
                .containsExactlyInAnyOrder(HttpStatus.CREATED, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void noProposalIsBegunForACallThatIsOverAndWhoWritesForItStays() {
        String id = entered(Map.of("name", "Over soon", "opens", "2031-03-01"));
        String writing = writtenFor(id, roads.freshCountry());
        assertThat(tries(id, Map.of("decision", "EXTENDED", "closes", "2031-02-28", "zone", ZONE))
                        .getBody()
                        .toString())
                .contains("\"closes\"");
        decided(id, Map.of("decision", "CANCELLED"));
        assertThat(told("fp.undp.a3")).as("nobody knows when it closes").contains(writing + " calls.notice.CANCELLED");
        roads.changesProfile("fp.undp.a3", writing, "months", "18");

        String other = roads.drafting(roads.freshCountry());
        roads.changesProfile("fp.undp.a3", other, "fund", "UNTFHS");
        assertThat(visitor("fp.undp.a3").get("/proposal/" + other).body()).doesNotContain("value=\"" + id + "\"");
        assertThat(visitor("fp.undp.a3").get("/proposal/" + writing).body()).contains("value=\"" + id + "\" selected");
    }

    @Test
    void keepsTheWordsOfTheFileUntilADayIsKnown() {
        int version = call("COV-2").at("/version").asInt();
        assertThat(visitor(COORDINATOR).get("/calls/enter?call=COV-2").body()).contains("2020 (second half");

        corrected("COV-2", version, Map.of("ceiling", 400_000));

        assertThat(call("COV-2").at("/terms/opens").asText()).startsWith("2020 (second half");
        assertThat(call("COV-2").at("/edited").toString()).isEqualTo("[\"ceiling\"]");
        corrected("COV-2", version + 1, Map.of("ceiling", 400_000, "opens", "2020-09-01"));
        assertThat(call("COV-2").at("/terms/opens").asText()).isEqualTo("2020-09-01");
        assertThat(call("COV-2").at("/fileSays/opens").asText()).startsWith("2020 (second half");
    }

    @Test
    void tellsThoseWhoWriteForItWhatBecomesOfACall() {
        String id = entered(Map.of("name", "Told", "closes", "2031-03-31", "zone", ZONE));
        String proposal = writtenFor(id, roads.freshCountry());

        decided(id, Map.of("decision", "EXTENDED", "closes", "2031-04-30", "zone", ZONE));
        assertThat(call(id).at("/terms/closes").asText()).isEqualTo("2031-04-30");
        assertThat(visitor("fp.undp.a3").get("/cases/" + proposal).body())
                .contains("it closes now on 30 Apr 2031 (America/New York)");
        assertThat(tries(id, Map.of("decision", "EXTENDED", "closes", "2031-04-29", "zone", ZONE))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        decided(id, Map.of("decision", "CLOSED"));
        assertThat(call(id).at("/state").asText()).isEqualTo("CLOSED");
        decided(id, Map.of("decision", "EXTENDED", "closes", "2031-04-30", "zone", ZONE));
        assertThat(call(id).at("/state").asText()).as("closed by mistake").isEqualTo("OPEN");
        decided(id, Map.of("decision", "EXTENDED", "closes", "2031-05-30", "zone", ZONE));
        decided(id, Map.of("decision", "CANCELLED"));
        assertThat(call(id).at("/state").asText()).isEqualTo("CANCELLED");

        assertThat(roads.history(proposal))
                .contains("calls.notice.EXTENDED", "calls.notice.CLOSED", "calls.notice.CANCELLED");
        assertThat(told("fp.undp.a3")).contains(proposal + " calls.notice.CANCELLED");
        assertThat(told("fp.ilo.a3")).contains(proposal + " calls.notice.EXTENDED");
        assertThat(told("fp.unhcr.g1")).noneMatch(notice -> notice.startsWith(proposal));
    }

    @Test
    void showsWhoAppliesAndWhatTheyAsk() {
        String id = entered(Map.of("name", "Asked for", "ceiling", 10_000));
        String country = roads.freshCountry();
        String one = writtenFor(id, country);
        String two = writtenFor(id, country);
        assertThat(roads.as("fp.undp.a3").writeBudget(one, "UNDP").getStatusCode())
                .isEqualTo(HttpStatus.OK);

        JsonNode call = call(id);
        assertThat(call.at("/applicants")).hasSize(2);
        call.at("/applicants").forEach(applicant -> {
            assertThat(applicant.at("/twice").asBoolean()).isTrue();
            assertThat(applicant.at("/blockers").asInt()).isPositive();
        });
        assertThat(call.at("/requested").decimalValue()).isPositive();
        String page = visitor("observer").get("/calls/" + id).body();
        assertThat(page)
                .contains(
                        "/cases/" + one,
                        "/cases/" + two,
                        "More than one for this country",
                        "% of the ceiling",
                        "Asked in all");
        assertThat(visitor("fp.unhcr.g1").get("/calls/" + id).body()).doesNotContain(one, two);
    }

    @Test
    void aCeilingEnteredByHandHoldsForTheBudgetAtOnce() {
        String id = entered(Map.of("ceiling", 1));
        String proposal = writtenFor(id, roads.freshCountry());
        roads.as("fp.undp.a3").writeBudget(proposal, "UNDP");
        assertThat(visitor("observer")
                        .get("/proposal/" + proposal + "/readiness")
                        .body())
                .contains("The ceiling is 1.");

        corrected(id, 1, Map.of("name", "Without a ceiling"));

        assertThat(visitor("observer")
                        .get("/proposal/" + proposal + "/readiness")
                        .body())
                .doesNotContain("The ceiling is");
    }

    @Test
    void remindsOnceForEachClosing() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(ZONE)));
        String id = entered(Map.of("name", "Soon", "closes", today.plusDays(3).toString(), "zone", ZONE));
        String proposal = writtenFor(id, roads.freshCountry());
        remind.sweep();
        remind.sweep();
        assertThat(reminders(proposal)).isEqualTo(1);
        assertThat(call(id).at("/state").asText()).isEqualTo("CLOSING_SOON");

        decided(id, Map.of("decision", "EXTENDED", "closes", today.plusDays(40).toString(), "zone", ZONE));
        remind.sweep();
        assertThat(reminders(proposal)).isEqualTo(1);
        decided(id, Map.of("decision", "CLOSED"));
        decided(id, Map.of("decision", "EXTENDED", "closes", today.plusDays(41).toString(), "zone", ZONE));
        int version = call(id).at("/version").asInt();
        corrected(
                id, version, Map.of("name", "Soon", "closes", today.plusDays(4).toString(), "zone", ZONE));
        remind.sweep();
        remind.sweep();
        assertThat(reminders(proposal)).isEqualTo(2);
    }

    private List<String> told(String name) {
        List<String> told = new ArrayList<>();
        roads.as(name)
                .get("/api/inbox/changes")
                .getBody()
                .at("/notices")
                .forEach(notice -> told.add(
                        notice.at("/caseId").asText() + " " + notice.at("/code").asText()));
        return told;
    }

    private long reminders(String proposal) {
        return roads.history(proposal).stream()
                .filter("calls.notice.REMINDER"::equals)
                .count();
    }

    private String writtenFor(String call, String country) {
        String proposal = roads.drafting(country);
        roads.changesProfile("fp.undp.a3", proposal, "fund", "UNTFHS");
        roads.changesProfile("fp.undp.a3", proposal, "call", call);
        return proposal;
    }

    private String entered(Map<String, ?> known) {
        String id = "TRY-" + NEXT.incrementAndGet();
        Map<String, Object> values = new HashMap<>(known);
        values.putAll(Map.of("code", id, "fund", "UNTFHS"));
        ResponseEntity<JsonNode> done = coordinator().post("/api/calls", values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.CREATED);
        return id;
    }

    private void corrected(String id, int version, Map<String, ?> values) {
        ResponseEntity<JsonNode> done = tried(id, version, values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.CREATED);
    }

    private ResponseEntity<JsonNode> tried(String id, int version, Map<String, ?> values) {
        Map<String, Object> sent = new HashMap<>(values);
        sent.putAll(Map.of("call", id, "version", String.valueOf(version)));
        return coordinator().post("/api/calls", sent);
    }

    private void decided(String id, Map<String, ?> values) {
        ResponseEntity<JsonNode> done = tries(id, values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.CREATED);
    }

    private ResponseEntity<JsonNode> tries(String id, Map<String, ?> values) {
        Map<String, Object> sent = new HashMap<>(values);
        sent.putAll(Map.of("call", id, "version", call(id).at("/version").asText(), "reason", "Announced"));
        return coordinator().post("/api/calls/decisions", sent);
    }

    private static List<HttpStatus> atOnce(
            Supplier<ResponseEntity<JsonNode>> one, Supplier<ResponseEntity<JsonNode>> other) {
        return Stream.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other))
                .map(CompletableFuture::join)
                .map(answer -> HttpStatus.valueOf(answer.getStatusCode().value()))
                .toList();
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        roads.as("observer")
                .get("/api/calls?size=500&" + query)
                .getBody()
                .at("/calls")
                .forEach(row -> ids.add(row.at("/id").asText()));
        return ids;
    }

    private JsonNode call(String id) {
        return roads.as("observer").get("/api/calls/" + id).getBody();
    }

    private Caller coordinator() {
        return roads.as(COORDINATOR);
    }

    private Visitor visitor(String name) {
        return Visitor.signedIn(port, name, "tandem");
    }
}
