package org.tandem.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tandem.Caller;
import org.tandem.TandemTest;

// A database of its own: what other tests nominate or flash would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=compare"})
class CompareTests {

    private static final int MOST_BYTES = 120 * 1024;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    Caller director;

    @BeforeEach
    void director() {
        director = Caller.of(http, "rd.undp.rbap");
    }

    @Test
    void showsWhatDiffersAndFoldsAwayWhatIsTheSame() {
        String nepal = inVetting("NPL", "A2");
        String malaysia = inVetting("MYS", "A2");

        JsonNode comparison = compare(nepal, malaysia);

        assertThat(words(comparison.at("/candidates"), "caseId")).containsExactly(nepal, malaysia);
        assertThat(comparison.at("/candidates/0/priority").toString()).contains("LDC");
        assertThat(comparison.at("/differing/0").asText()).isEqualTo("PRIORITY");
        assertThat(comparison.at("/same").toString()).contains("REASONS", "GAIN", "ROUND", "NOMINATED_BY");
        assertThat(page("?cases=" + nepal + "," + malaysia))
                .contains("The same for all 2:", "Floors are missing for informal workers")
                .containsOnlyOnce("Floors are missing for informal workers");
    }

    @Test
    void showsOnlyWhatWaitsForThisDirector() {
        String bhutan = inVetting("BTN", "A2");

        assertThat(compare(director.as("rd.undp.rba"), bhutan).at("/gone").toString())
                .contains(bhutan);
        assertThat(director.as("coord.undp")
                        .get("/api/vetting/compare")
                        .getBody()
                        .at("/candidates"))
                .isEmpty();
        assertThat(http.withBasicAuth("observer", "tandem").getForObject("/vetting/compare", String.class))
                .contains("No country waits for your decision");
    }

    @Test
    void decidesEachByItself() {
        String bangladesh = inVetting("BGD", "A2");
        String philippines = inVetting("PHL", "A2");
        String mongolia = inVetting("MNG", "A2");
        List<Map<String, String>> decisions = List.of(
                decision(bangladesh, "APPROVE", ""),
                decision(philippines, "DECLINE", " "),
                decision(mongolia, "RETURN", "Which ministry is it with?"),
                decision("FFA-XYZ-A2", "APPROVE", ""),
                decision("nonsense", "APPROVE", ""),
                decision(bangladesh, "DECLINE", "Changed my mind"),
                Map.of("caseId", philippines, "task", "someone-elses", "decision", "APPROVE"));

        JsonNode first = director.post("/api/vetting/decisions", decisions).getBody();

        assertThat(numbers(first)).containsExactly(200, 422, 200, 404, 404, 409, 404);
        assertThat(first.at("/0/code").asText()).isEqualTo("vetting.compare.result.RECORDED");
        assertThat(first.at("/1/detail").asText()).contains("Conditions, reason for declining, or question");
        assertThat(state(mongolia)).isEqualTo("RETURNED");

        JsonNode again =
                director.post("/api/vetting/decisions", decisions.subList(0, 3)).getBody();

        assertThat(numbers(again)).containsExactly(200, 422, 200);
        assertThat(words(again, "code"))
                .startsWith("vetting.compare.result.RECORDED_BEFORE")
                .endsWith("vetting.compare.result.RECORDED_BEFORE");
        assertThat(waiting(philippines)).hasSize(1);
    }

    @Test
    void keepsTheFourEyesAndThePauseOfEveryCountry() {
        String samoa = inVetting("WSM", "A2");
        String tonga = inVetting("TON", "A2");
        director.as("coord.ilo").post("/api/selection/" + tonga + "/suspension", Map.of("reason", "A cyclone"));

        JsonNode results = director.post(
                        "/api/vetting/decisions",
                        List.of(decision(samoa, "APPROVE", ""), decision(tonga, "APPROVE", "")))
                .getBody();

        assertThat(numbers(results)).containsExactly(200, 409);
        assertThat(results.at("/1/code").asText()).isEqualTo("cases.refused.suspended");
        ResponseEntity<JsonNode> byTheOther =
                director.as("rd.undp.rba").post("/api/vetting/decisions", List.of(decision(tonga, "APPROVE", "")));
        assertThat(numbers(byTheOther.getBody())).containsExactly(403);
        assertThat(director.post("/api/vetting/decisions", List.of()).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void offersNoDecisionOnACountryThatWaitsForADivergence() {
        String palau = inVetting("PLW", "A2");
        ResponseEntity<JsonNode> raised = director.post(
                "/api/divergence",
                Map.of(
                        "matter",
                        palau,
                        "subject",
                        "AREA",
                        "summary",
                        "Which area",
                        "level",
                        "REGION",
                        "blocking",
                        true));
        assertThat(raised.getStatusCode()).as(String.valueOf(raised.getBody())).isEqualTo(HttpStatus.CREATED);

        assertThat(numbers(director.post("/api/vetting/decisions", List.of(decision(palau, "APPROVE", "")))
                        .getBody()))
                .containsExactly(409);
        assertThat(compare(palau).at("/candidates/0/obstacle/key").asText()).isEqualTo("cases.refused.waiting");
        assertThat(page("?cases=" + palau))
                .contains("is paused until a divergence")
                .doesNotContain("name=\"decision.");
    }

    @Test
    void goesFromTheTableByTheCheckToTheVotes() {
        String fiji = inVetting("FJI", "A2");
        String vanuatu = inVetting("VUT", "A2");
        String cases = fiji + "," + vanuatu;
        MultiValueMap<String, String> form = sheet(cases);
        form.set("sharedDecision", "DECLINE");
        form.set("sharedReason", "The wave is full");

        ResponseEntity<String> spread = post(form, "all");
        assertThat(spread.getBody()).contains(">The wave is full</textarea>");

        form = sheet(cases);
        form.set("decision." + task(fiji), "APPROVE");
        form.set("decision." + task(vanuatu), "DECLINE");
        ResponseEntity<String> refused = post(form, "check");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody())
                .contains("Vanuatu: “Conditions, reason for declining, or question”: please fill this in.");

        form.set("reason." + task(vanuatu), "The wave is <full>");
        ResponseEntity<String> checked = post(form, "check");
        assertThat(checked.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(checked.getBody())
                .contains("Check your 2 decisions", "The wave is &lt;full&gt;", "Send 2 decisions");
        assertThat(waiting(cases.split(","))).hasSize(2);

        ResponseEntity<String> sent = post(form, "send");
        assertThat(sent.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(sent.getHeaders().getLocation()).hasPath("/inbox");
        assertThat(waiting(cases.split(","))).isEmpty();

        assertThat(post(form, "send").getStatusCode()).as("a second click").isEqualTo(HttpStatus.FOUND);
    }

    @Test
    void keepsWhatWasTypedForWhatCouldNotBeRecorded() {
        String kiribati = inVetting("KIR", "A2");
        String tuvalu = inVetting("TUV", "A2");
        String nauru = inVetting("NRU", "A2");
        MultiValueMap<String, String> form = sheet(kiribati + "," + tuvalu + "," + nauru);
        form.set("decision." + task(kiribati), "APPROVE");
        form.set("decision." + task(tuvalu), "DECLINE");
        form.set("reason." + task(tuvalu), "Nobody answers our letters");
        form.set("decision." + task(nauru), "DECLINE");
        form.set("reason." + task(nauru), "The office has just closed");
        director.as("coord.ilo").post("/api/selection/" + tuvalu + "/suspension", Map.of("reason", "A storm"));
        director.as("rd.ilo.asia_pacific").vet(nauru, "RETURN", "question", "Which office?");

        ResponseEntity<String> sent = post(form, "send");

        assertThat(sent.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(sent.getBody())
                .contains("One decision was recorded")
                .contains("Tuvalu: ", "Nobody answers our letters")
                .contains("no longer open for you", "The office has just closed")
                .contains("Paused by");
        assertThat(waiting(kiribati)).isEmpty();
        assertThat(waiting(tuvalu)).hasSize(1);
    }

    @Test
    void keepsWhatWasTypedForOthersThanThoseComparedNow() {
        String iran = inVetting("IRN", "A2");
        String vietnam = inVetting("VNM", "A2");
        MultiValueMap<String, String> form = sheet(iran);
        form.set("reason." + task(iran), "A long reason");
        form.set("sharedReason", "For the first");
        post(form, "keep");
        assertThat(page("?cases=" + vietnam))
                .doesNotContain("For the first</textarea>")
                .contains("For the first");
        form = sheet(vietnam);
        form.set("decision." + task(vietnam), "APPROVE");
        post(form, "send");

        assertThat(page("?cases=" + iran)).contains("A long reason</textarea>").doesNotContain("For the first");
    }

    @Test
    void countsAllThatWaitAndCallsGoneOnlyWhatDoesNot() {
        String laos = inVetting("LAO", "A2");
        String marshall = inVetting("MHL", "A2");
        inVetting("FSM", "A2");
        assertThat(compare(laos, marshall).at("/waiting").asInt()).isGreaterThan(2);
        assertThat(page("?cases=" + laos + "," + marshall)).contains("2 of ", "those you have chosen");

        MultiValueMap<String, String> form = sheet(laos + "," + marshall);
        form.set("decision." + task(laos), "APPROVE");
        assertThat(post(form, "send").getHeaders().getLocation()).hasQuery("cases=" + marshall);
    }

    @Test
    void leavesNoneOutThatWaitsWithoutSayingSo() {
        fillUpTo(51);
        List<String> all = jdbc.sql(
                        "select t.case_id from tandem.task t join tandem.task_offer o on o.task_id = t.id"
                                + " where t.task_key = 'vetCountry' and t.state = 'OPEN' and o.agency = 'UNDP' and o.scope = 'RBAP'")
                .query(String.class)
                .list();
        assertThat(all).hasSizeGreaterThan(50);
        JsonNode comparison = compare(all.toArray(String[]::new));
        assertThat(comparison.at("/candidates")).hasSize(50);
        assertThat(comparison.at("/gone")).isEmpty();
    }

    @Test
    void writesAllThatWaitIntoTheFile() {
        fillUpTo(51);
        assertThat(http.withBasicAuth("rd.undp.rbap", "tandem")
                        .getForObject("/vetting/compare.csv", String.class)
                        .lines())
                .as("the file")
                .hasSizeGreaterThan(51);
    }

    @Test
    void staysLightWithFiftyCountries() throws IOException {
        fillUpTo(51);

        String page = page("");

        assertThat(StreamSupport.stream(
                        director.get("/api/vetting/compare")
                                .getBody()
                                .at("/candidates")
                                .spliterator(),
                        false))
                .hasSize(50);
        assertThat(page).contains("These are the first 50 of");
        assertThat(zipped(page.getBytes())
                        + zipped(file("static/css/tandem.css"))
                        + zipped(file("static/js/tandem.js"))
                        + zipped(file("static/vendor/htmx/htmx.min.js")))
                .isLessThan(MOST_BYTES);
    }

    private String inVetting(String country, String area) {
        String number = area.substring(1);
        ResponseEntity<JsonNode> opened = director.as("coord.undp").nominate(country, area);
        assertThat(opened.getStatusCode()).as(String.valueOf(opened.getBody())).isEqualTo(HttpStatus.CREATED);
        String id = opened.getBody().at("/cases/0").asText();
        ResponseEntity<JsonNode> agreed = director.as("fp.ilo.a" + number)
                .answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(agreed.getStatusCode()).as(String.valueOf(agreed.getBody())).isEqualTo(HttpStatus.OK);
        return id;
    }

    /** Other tests nominate on the same roster: what is taken is left alone. */
    private void fillUpTo(int number) {
        List<String> countries =
                List.of("AFG", "KHM", "IDN", "LKA", "MDV", "PAK", "PNG", "SLB", "THA", "TLS", "BRN", "CHN", "IND");
        for (String country : countries) {
            for (String area : List.of("A1", "A2", "A4", "A5", "A6")) {
                if (waiting("").size() < number && isFree(country, area)) {
                    inVetting(country, area);
                }
            }
        }
    }

    private boolean isFree(String country, String area) {
        return director.get("/api/cases/FFA-" + country + "-" + area).getStatusCode() == HttpStatus.NOT_FOUND;
    }

    private static Map<String, String> decision(String caseId, String decision, String reason) {
        return Map.of("caseId", caseId, "decision", decision, "reason", reason);
    }

    private JsonNode compare(String... cases) {
        return compare(director, cases);
    }

    private static JsonNode compare(Caller who, String... cases) {
        return who.get("/api/vetting/compare?cases=" + String.join(",", cases)).getBody();
    }

    private List<String> waiting(String... cases) {
        return words(compare(cases).at("/candidates"), "caseId");
    }

    private String task(String caseId) {
        return compare(caseId).at("/candidates/0/task").asText();
    }

    private String state(String caseId) {
        return director.get("/api/cases/" + caseId).getBody().at("/file/state").asText();
    }

    private String page(String query) {
        return http.withBasicAuth("rd.undp.rbap", "tandem").getForObject("/vetting/compare" + query, String.class);
    }

    private MultiValueMap<String, String> sheet(String cases) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set("cases", cases);
        compare(cases.split(","))
                .at("/candidates")
                .forEach(one -> form.set(
                        "case." + one.get("task").asText(), one.get("caseId").asText()));
        return form;
    }

    private ResponseEntity<String> post(MultiValueMap<String, String> form, String step) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(form);
        sent.set("step", step);
        return http.withRequestFactorySettings(settings -> settings.withRedirects(Redirects.DONT_FOLLOW))
                .withBasicAuth("rd.undp.rbap", "tandem")
                .postForEntity("/vetting/compare", sent, String.class);
    }

    private static List<Integer> numbers(JsonNode results) {
        List<Integer> numbers = new ArrayList<>();
        results.forEach(result -> numbers.add(result.get("status").asInt()));
        return numbers;
    }

    private static List<String> words(JsonNode list, String field) {
        List<String> words = new ArrayList<>();
        list.forEach(item -> words.add(item.get(field).asText()));
        return words;
    }

    private static byte[] file(String name) throws IOException {
        return new ClassPathResource(name).getContentAsByteArray();
    }

    private static int zipped(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(content);
        }
        return zipped.size();
    }
}
