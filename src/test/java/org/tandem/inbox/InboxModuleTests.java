package org.tandem.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.TandemTest;
import org.tandem.platform.SignedInPersons;
import org.tandem.tasks.ReconcileTasks;

@TandemTest({"tandem.demo=true", "tandem.sweep.first=PT1H"})
class InboxModuleTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    MovableClock clock;

    @Autowired
    ReconcileTasks reconcileTasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxReading reading;

    @Autowired
    SignedInPersons persons;

    Caller undp;
    Caller ilo;

    @BeforeEach
    void callers() {
        undp = Caller.of(http, "fp.undp.a3");
        ilo = Caller.of(http, "fp.ilo.a3");
    }

    @AfterEach
    void nothingDiffersAndTimeRunsAgain() {
        clock.reset();
        assertThat(reconcileTasks.difference().size()).isZero();
    }

    @Test
    void reachesTheDirectorOfEachAgencyAndNobodyElse() {
        vetting("VNM", "A3");
        vetting("SOM", "A3");

        assertThat(cases("rd.undp.rbap", "")).contains("FFA-VNM-A3").doesNotContain("FFA-SOM-A3");
        assertThat(cases("rd.ilo.asia_pacific", "")).contains("FFA-VNM-A3").doesNotContain("FFA-SOM-A3");
        assertThat(cases("rd.undp.rbas", "")).contains("FFA-SOM-A3");
        assertThat(cases("rd.ilo.africa", "")).contains("FFA-SOM-A3").doesNotContain("FFA-VNM-A3");
        assertThat(everybody().filter(name -> cases(name, "?country=SOM").contains("FFA-SOM-A3")))
                .containsExactlyInAnyOrder("rd.undp.rbas", "rd.ilo.africa");
    }

    @Test
    void showsWhatIsWithOthersInMyRegionButDoesNotOfferIt() {
        undp.nominate("KEN", "A3");

        JsonNode task = only("rd.ilo.africa", "?box=regions&country=KEN");
        assertThat(task.at("/yours").asBoolean()).isFalse();
        assertThat(task.at("/path").asText()).isEqualTo("/api/cases/FFA-KEN-A3");
        assertThat(task.at("/why").asText()).isEqualTo("ILO Regional Director for Africa");
        assertThat(cases("rd.undp.rba", "?box=regions")).contains("FFA-KEN-A3");
        assertThat(cases("rd.undp.rbap", "?box=regions")).doesNotContain("FFA-KEN-A3");
        assertThat(cases("co.undp.ken", "?box=regions")).contains("FFA-KEN-A3");
        assertThat(cases("coord.undp", "?box=regions&country=KEN")).contains("FFA-KEN-A3");
        assertThat(cases("rc.ken", "?box=regions")).isEmpty();
        assertThat(cases("fp.ilo.a3", "?box=regions")).isEmpty();

        String id = task.at("/task/id").asText();
        assertThat(undp.as("rd.ilo.africa")
                        .post("/api/tasks/" + id + "/claim", Map.of())
                        .getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void saysWhyItIsThereAndWhoElseCouldDoIt() {
        undp.nominate("LAO", "A3");

        JsonNode task = only("fp.ilo.a3", "?country=LAO");
        assertThat(task.at("/why").asText()).isEqualTo("ILO focal point of area 3 (FFA)");
        assertThat(names(task.at("/others"))).contains("fp.ilo.a3.2").doesNotContain("fp.ilo.a3", "fp.undp.a3");
        assertThat(task.at("/timeliness").asText()).isEqualTo("ON_TIME");
    }

    @Test
    void movesBetweenTheBoxesWhenClaimedAndReleased() {
        undp.nominate("MMR", "A3");
        String id = only("fp.ilo.a3", "?country=MMR").at("/task/id").asText();

        assertThat(ilo.post("/api/tasks/" + id + "/claim", Map.of()).getStatusCode())
                .isEqualTo(OK);
        assertThat(cases("fp.ilo.a3", "?box=mine")).contains("FFA-MMR-A3");
        assertThat(cases("fp.ilo.a3", "?box=groups")).doesNotContain("FFA-MMR-A3");
        assertThat(cases("fp.ilo.a3.2", "?box=groups")).doesNotContain("FFA-MMR-A3");
        JsonNode seen = only("fp.ilo.a3.2", "?country=MMR");
        assertThat(seen.at("/claimedBy/signInName").asText()).isEqualTo("fp.ilo.a3");

        assertThat(ilo.delete("/api/tasks/" + id + "/claim").getStatusCode()).isEqualTo(OK);
        assertThat(cases("fp.ilo.a3", "?box=mine")).doesNotContain("FFA-MMR-A3");
        assertThat(cases("fp.ilo.a3.2", "?box=groups")).contains("FFA-MMR-A3");
    }

    @Test
    void givesATaskToOneOfTwoWhoClaimItAtOnce() {
        undp.nominate("THA", "A3");
        String claim =
                "/api/tasks/" + only("fp.ilo.a3", "?country=THA").at("/task/id").asText() + "/claim";

        List<ResponseEntity<JsonNode>> answers = Stream.of("fp.ilo.a3", "fp.ilo.a3.2")
                .map(name -> CompletableFuture.supplyAsync(() -> undp.as(name).post(claim, Map.of())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().map(ResponseEntity::getStatusCode)).containsExactlyInAnyOrder(OK, CONFLICT);
        String refusal = answers.stream()
                .filter(answer -> answer.getStatusCode() == CONFLICT)
                .findFirst()
                .orElseThrow()
                .getBody()
                .at("/detail")
                .asText();
        assertThat(refusal).contains("has had this since").contains("ILO focal point");
    }

    @Test
    void dropsATaskTheMomentItIsDone() {
        undp.nominate("PHL", "A3");
        assertThat(cases("fp.ilo.a3.2", "")).contains("FFA-PHL-A3");
        long before = count("fp.ilo.a3.2", "");

        agree("FFA-PHL-A3");

        assertThat(cases("fp.ilo.a3.2", "")).doesNotContain("FFA-PHL-A3");
        assertThat(count("fp.ilo.a3.2", "")).isEqualTo(before - 1);
        assertThat(cases("rd.ilo.asia_pacific", "")).contains("FFA-PHL-A3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "country", "newest", "priority"})
    void pagesWithoutLossOrRepetitionThoughAllAreDueAtOnce(String sort) {
        List<String> countries = countriesFor(sort);
        clock.stopAt(Instant.parse("2031-02-03T04:05:06.789123Z"));
        countries.forEach(country -> assertThat(
                        undp.as("fp.undp.a2").nominate(country, "A2").getStatusCode())
                .isEqualTo(CREATED));

        List<String> seen = walk("fp.ilo.a2", "?area=FFA-A2&sort=" + sort);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .containsAll(countries.stream()
                        .map(country -> "FFA-" + country + "-A2")
                        .toList());
        assertThat(count("fp.ilo.a2", "?area=FFA-A2&sort=" + sort)).isEqualTo(seen.size());
        assertThat(walk("coord.ilo", "?box=regions&area=FFA-A2&sort=" + sort))
                .containsExactlyElementsOf(seen)
                .hasSize((int) count("coord.ilo", "?box=regions&area=FFA-A2"));
        List<String> region = walk("rd.ilo.africa", "?box=regions&area=FFA-A2&sort=" + sort);
        assertThat(seen).containsSubsequence(region);
        assertThat(region).hasSize((int) count("rd.ilo.africa", "?box=regions&area=FFA-A2"));
    }

    @Test
    void countsWhatItListsInEveryBoxAndUnderEveryFilter() {
        undp.nominate("NPL", "A3");
        undp.nominate("BGD", "A3");
        ilo.post(
                "/api/tasks/" + only("fp.ilo.a3", "?country=NPL").at("/task/id").asText() + "/claim", Map.of());

        for (String who : List.of("fp.ilo.a3", "rd.ilo.asia_pacific", "coord.undp", "coord.ilo", "co.undp.npl")) {
            for (String box : List.of("all", "mine", "groups", "regions")) {
                for (String filter :
                        List.of("", "&country=NPL", "&due=overdue", "&due=soon", "&task=agreeNomination")) {
                    String query = "?box=" + box + filter;
                    assertThat(count(who, query))
                            .as(who + query)
                            .isEqualTo(walk(who, query).size());
                    assertThat(count(who, query + "&count=exact")).isEqualTo(count(who, query));
                }
            }
        }
    }

    @Test
    void countsATaskOnceThatReachesAPersonTwice() {
        jdbc.sql("insert into tandem.mandate (id, person_id, role, agency, scope_kind, scope, granted_at)"
                        + " select gen_random_uuid(), person_id, 'country-office', 'UNDP', 'COUNTRY', 'IND', now()"
                        + " from tandem.sign_in_name where name = 'fp.undp.a3.2'")
                .update();
        vetting("IND", "A3");
        undp.as("rd.undp.rbap").vet("FFA-IND-A3", "RETURN", "question", "Who pays for the second year?");

        assertThat(walk("fp.undp.a3.2", "?country=IND")).containsExactly("FFA-IND-A3");
        assertThat(count("fp.undp.a3.2", "?country=IND")).isEqualTo(1);
        assertThat(count("fp.undp.a3.2", "?country=IND&count=exact")).isEqualTo(1);
    }

    @Test
    void marksWhatIsDueSoonAndOverdue() {
        clock.stopAt(Instant.parse("2030-05-01T08:00:00Z"));
        undp.nominate("FJI", "A3");
        assertThat(timeliness("FJI")).isEqualTo("ON_TIME");

        clock.advance(Duration.ofDays(8));
        assertThat(timeliness("FJI")).isEqualTo("DUE_SOON");
        assertThat(cases("fp.ilo.a3", "?due=soon")).contains("FFA-FJI-A3");
        assertThat(cases("fp.ilo.a3", "?due=overdue")).doesNotContain("FFA-FJI-A3");

        clock.advance(Duration.ofDays(3));
        assertThat(timeliness("FJI")).isEqualTo("OVERDUE");
        assertThat(cases("fp.ilo.a3", "?due=overdue")).contains("FFA-FJI-A3");
        assertThat(cases("fp.ilo.a3", "?due=soon")).doesNotContain("FFA-FJI-A3");
        assertThat(page("fp.ilo.a3", "?country=FJI")).contains("1 day overdue");
    }

    @Test
    void tellsWhatOthersDidSinceTheLastLook() {
        undp.nominate("MNG", "A3");
        page("fp.undp.a3", "");
        String told = "Notices<span class=\"count\">1<";
        assertThat(page("fp.undp.a3", "")).doesNotContain("Notices<span");

        ilo.post("/api/cases/FFA-MNG-A3/comments", Map.of("comment", "Seen, thank you"));

        assertThat(page("fp.undp.a3", "")).contains(told);
        assertThat(notices("fp.undp.a3").filter(notice -> notice.equals("FFA-MNG-A3 cases.notice.commented")))
                .hasSize(1);
        assertThat(notices("fp.ilo.a3.2")).contains("FFA-MNG-A3 cases.notice.commented");
        assertThat(notices("fp.ilo.a3").filter(notice -> notice.equals("FFA-MNG-A3 cases.notice.commented")))
                .as("what I caused is no news to me")
                .isEmpty();
        assertThat(notices("rd.ilo.africa")).doesNotContain("FFA-MNG-A3 cases.notice.commented");
        assertThat(notices("fp.unhcr.1")).isEmpty();

        assertThat(undp.post("/api/inbox/seen", Map.of()).getStatusCode()).isEqualTo(NO_CONTENT);
        assertThat(page("fp.undp.a3", "")).doesNotContain("Notices<span");
    }

    @Test
    void marksNewTasksThroughoutAVisitAndNotInTheNext() {
        clock.stopAt(Instant.parse("2032-05-01T08:00:00Z"));
        page("fp.ilo.a4", "");
        clock.advance(Duration.ofHours(2));
        undp.as("fp.undp.a4").nominate("BTN", "A4");
        clock.advance(Duration.ofHours(1));

        assertThat(page("fp.ilo.a4", "?country=BTN"))
                .contains(">New</span>")
                .contains("1 new task since 1 May 2032, 08:00");
        clock.advance(Duration.ofMinutes(10));
        assertThat(page("fp.ilo.a4", "?country=BTN")).contains(">New</span>");
        clock.advance(Duration.ofHours(1));
        assertThat(page("fp.ilo.a4", "?country=BTN")).doesNotContain(">New</span>");
    }

    @Test
    void keepsViewsForOnePersonOnly() {
        ResponseEntity<JsonNode> saved = ilo.post(
                "/api/inbox/views", Map.of("name", "  Late  ones ", "query", "due=overdue&after=abc&sort=newest"));
        assertThat(saved.getStatusCode()).isEqualTo(CREATED);
        assertThat(saved.getBody().at("/name").asText()).isEqualTo("Late ones");
        assertThat(saved.getBody().at("/path").asText()).isEqualTo("/inbox?due=overdue&sort=newest");
        assertThat(page("fp.ilo.a3", ""))
                .contains("/inbox?due=overdue&amp;sort=newest")
                .contains("Late ones");

        ilo.post("/api/inbox/views", Map.of("name", "Late ones", "query", "box=mine"));
        assertThat(ilo.get("/api/inbox/views").getBody()).hasSize(1);
        assertThat(ilo.get("/api/inbox/views").getBody().at("/0/query").asText())
                .isEqualTo("box=mine");

        String view = "/api/inbox/views/" + saved.getBody().at("/id").asText();
        assertThat(undp.get("/api/inbox/views").getBody()).isEmpty();
        assertThat(undp.delete(view).getStatusCode()).isEqualTo(NOT_FOUND);
        assertThat(ilo.delete(view).getStatusCode()).isEqualTo(NO_CONTENT);
        assertThat(ilo.get("/api/inbox/views").getBody()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"box=hers", "country=XYZ", "area=FFA-A99", "framework=NONE", "task=doAnything", "after=AAAA"})
    void refusesAnAddressThatLeadsNowhere(String query) {
        assertThat(ilo.get("/api/inbox?" + query).getStatusCode()).isEqualTo(UNPROCESSABLE_ENTITY);
        assertThat(ilo.get("/api/inbox?" + query).getBody().at("/field").asText())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void refusesAViewWithoutAName() {
        assertThat(ilo.post("/api/inbox/views", Map.of("name", " ", "query", ""))
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("name");
        assertThat(ilo.post("/api/inbox/views", Map.of("name", "x", "query", "box=hers"))
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("box");
    }

    @Test
    void helpsThoseForWhomNothingWaits() {
        assertThat(page("observer", "")).contains("You have no tasks").contains("you can read every case");
        assertThat(page("fp.undp.a7", ""))
                .contains("What would come here")
                .contains("href=\"/selection/nominate\"")
                .contains("href=\"/selection\"");
        assertThat(page("observer", "?box=mine")).contains("No task is assigned to you");
        assertThat(page("observer", "?country=VNM")).contains("No task fits these filters");
    }

    @Test
    void tellsAPersonWithoutMandateWhomToAsk() {
        jdbc.sql("update tandem.mandate set ended_at = now() where ended_at is null and person_id ="
                        + " (select person_id from tandem.sign_in_name where name = 'rc.zwe')")
                .update();

        assertThat(page("rc.zwe", "")).contains("You have no mandate yet").contains("<li>Administrator</li>");
    }

    @Test
    void offersToAnswerSeveralTogetherAndLeadsDirectorsToTheirComparison() {
        vetting("GEO", "A3");
        assertThat(page("rd.undp.rbec", "")).doesNotContain("Answer all");
        vetting("ARM", "A3");
        assertThat(page("rd.undp.rbec", "")).contains("Answer all 2</button>");
        assertThat(page("rd.undp.rbec", "?box=regions")).doesNotContain("Answer all");

        assertThat(undp.as("rd.undp.rbec").http().getForObject("/inbox/several", String.class))
                .contains("Georgia", "Armenia", "Compare countries and decide");
    }

    @Test
    void offersOnlyFiltersThatLeaveSomething() {
        undp.as("fp.undp.a5").nominate("TTO", "A5");
        assertThat(page("fp.ilo.a5", "")).doesNotContain("<select name=\"country\"", "<select name=\"task\"");
        undp.as("fp.undp.a5").nominate("SUR", "A5");

        assertThat(page("fp.ilo.a5", ""))
                .containsSubsequence(">Suriname</option>", ">Trinidad and Tobago</option>")
                .doesNotContain(">Germany</option>", "<select name=\"task\"", "<select name=\"due\"");
        assertThat(page("fp.ilo.a5", "?country=DEU")).as("what is chosen").contains(">Germany</option>");
        assertThat(page("coord.undp", "?box=regions"))
                .contains("value=\"focal-point:ILO:FFA-A5\"")
                .doesNotContain("value=\"focal-point:ILO:FFA-A7\"");
        assertThat(cases("coord.undp", "?box=regions&with=focal-point:ILO:FFA-A5"))
                .contains("FFA-SUR-A5", "FFA-TTO-A5")
                .allMatch(id -> id.endsWith("-A5"));
    }

    /** Kiribati, Micronesia, Solomon Islands, Tonga; Îles Salomon, Kiribati, Micronésie, Tonga. */
    @ParameterizedTest
    @CsvSource({"en, KIR FSM SLB TON", "fr, SLB KIR FSM TON"})
    void ordersCountriesByTheirNames(String language, String order) {
        List<String> expected =
                Stream.of(order.split(" ")).map(code -> "FFA-" + code + "-A1").toList();
        expected.forEach(id -> undp.as("fp.undp.a1").nominate(id.substring(4, 7), "A1"));

        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        try {
            assertThat(walk("fp.ilo.a1", "?sort=country").stream().filter(expected::contains))
                    .containsExactlyElementsOf(expected);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void mendsTheProjectionFromTheEngine() {
        undp.nominate("PER", "A3");
        undp.nominate("BOL", "A3");
        undp.nominate("ECU", "A3");
        vetting("CHL", "A3");
        JsonNode before = only("fp.ilo.a3", "?country=PER");
        JsonNode vote = only("rd.ilo.americas", "?country=CHL");
        ilo.post("/api/tasks/" + before.at("/task/id").asText() + "/claim", Map.of());
        before = only("fp.ilo.a3", "?country=PER");
        jdbc.sql("delete from tandem.task where case_id in ('FFA-PER-A3', 'FFA-CHL-A3')")
                .update();
        jdbc.sql("update tandem.task set state = 'DONE' where case_id = 'FFA-BOL-A3'")
                .update();
        jdbc.sql(
                        "delete from tandem.task_offer o using tandem.task t where t.id = o.task_id and t.case_id = 'FFA-ECU-A3'")
                .update();
        jdbc.sql("insert into tandem.task (id, case_id, module, task_key, form_key, process_definition_id,"
                        + " process_instance_id, framework, area, country, state, priority, created_at)"
                        + " select 'ghost', case_id, module, task_key, form_key, process_definition_id, 'ghost', framework,"
                        + " area, country, 'OPEN', priority, created_at from tandem.task limit 1")
                .update();

        Caller admin = undp.as("admin");
        JsonNode difference = admin.get("/api/tasks/projection").getBody();
        assertThat(difference.at("/size").asInt()).isEqualTo(6);
        assertThat(difference.at("/difference/left/0").asText()).isEqualTo("ghost");
        assertThat(difference.at("/difference/missing")).hasSize(4);
        assertThat(difference.at("/difference/different")).hasSize(1);
        assertThat(undp.get("/api/tasks/projection").getStatusCode()).isEqualTo(FORBIDDEN);
        assertThat(undp.post("/api/tasks/projection", Map.of()).getStatusCode()).isEqualTo(FORBIDDEN);

        assertThat(admin.post("/api/tasks/projection", Map.of())
                        .getBody()
                        .at("/size")
                        .asInt())
                .isEqualTo(6);

        assertThat(admin.get("/api/tasks/projection").getBody().at("/size").asInt())
                .isZero();
        assertThat(withoutMoments(only("fp.ilo.a3", "?country=PER"))).isEqualTo(withoutMoments(before));
        assertThat(withoutMoments(only("rd.ilo.americas", "?country=CHL"))).isEqualTo(withoutMoments(vote));
        assertThat(cases("fp.ilo.a3", "")).contains("FFA-BOL-A3", "FFA-ECU-A3");
        agree("FFA-BOL-A3");
        assertThat(cases("fp.ilo.a3", "")).doesNotContain("FFA-BOL-A3");
    }

    @Test
    void showsTheProjectionToAdministrators() {
        assertThat(undp.as("admin").http().getForObject("/tasks/projection", String.class))
                .contains("Inbox and engine agree");
        assertThat(undp.http().getForEntity("/tasks/projection", String.class).getStatusCode())
                .isEqualTo(FORBIDDEN);
    }

    /** Milliseconds of the engine against microseconds of ours; versions count mending. */
    private static String withoutMoments(JsonNode item) {
        return item.toString()
                .replaceAll("\\.\\d+Z", "Z")
                .replaceAll("\"claimedAt\":\"[^\"]*\"|\"version\":\\d+|\"fresh\":[a-z]+", "");
    }

    private void vetting(String country, String area) {
        assertThat(undp.nominate(country, area).getStatusCode()).isEqualTo(CREATED);
        agree("FFA-" + country + "-" + area);
    }

    private void agree(String caseId) {
        assertThat(ilo.answer("selection", caseId, "agreeNomination", Map.of("decision", "AGREE"))
                        .getStatusCode())
                .isEqualTo(OK);
    }

    /** More than a page, and other ones for each order, because a country is nominated once. */
    private static List<String> countriesFor(String sort) {
        return switch (sort) {
            case "due" ->
                List.of(
                        "AGO", "BEN", "BWA", "BFA", "BDI", "CMR", "CPV", "CAF", "TCD", "COM", "COG", "CIV", "COD",
                        "GNQ", "ERI", "SWZ", "ETH", "GAB", "GMB", "GHA", "GIN", "GNB", "KEN", "LSO", "LBR", "MDG",
                        "MWI");
            case "country" ->
                List.of("BGD", "BTN", "CHN", "FJI", "IDN", "IND", "LKA", "MDV", "MMR", "MNG", "MYS", "PAK");
            case "newest" ->
                List.of("MLI", "MRT", "MUS", "MOZ", "NAM", "NER", "NGA", "RWA", "STP", "SEN", "SYC", "SLE");
            default -> List.of("ZAF", "SSD", "TZA", "TGO", "UGA", "ZMB", "ZWE", "VNM", "KHM", "LAO", "NPL", "PER");
        };
    }

    private Stream<String> everybody() {
        return jdbc
                .sql("select name from tandem.sign_in_name n join tandem.mandate m on m.person_id = n.person_id"
                        + " where n.main and m.role in ('regional-director', 'coordinator')"
                        + " union select 'fp.undp.a3' union select 'fp.ilo.a3' union select 'co.undp.som' union select 'admin'"
                        + " union select 'observer' union select 'fp.undp.a7'")
                .query(String.class)
                .list()
                .stream();
    }

    private String page(String name, String query) {
        ResponseEntity<String> page = undp.as(name).http().getForEntity("/inbox" + query, String.class);
        assertThat(page.getStatusCode()).as(page.getBody()).isEqualTo(OK);
        return page.getBody();
    }

    private JsonNode inbox(String name, String query) {
        ResponseEntity<JsonNode> answer = undp.as(name).get("/api/inbox" + query);
        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(OK);
        return answer.getBody();
    }

    private String timeliness(String country) {
        return only("fp.ilo.a3", "?country=" + country).at("/timeliness").asText();
    }

    private JsonNode only(String name, String query) {
        JsonNode tasks = inbox(name, query).at("/tasks");
        assertThat(tasks).as(name + query).hasSize(1);
        return tasks.get(0);
    }

    private List<String> cases(String name, String query) {
        return walk(name, query);
    }

    /** All pages; asked in the house, because signing in by password takes its time on purpose. */
    private List<String> walk(String name, String query) {
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            InboxReading.Reading page =
                    read(name, InboxPages.address(query.replace("?", "")).from(next));
            page.rows().forEach(row -> seen.add(row.task().caseId()));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private long count(String name, String query) {
        return read(name, InboxPages.address(query.replace("?", ""))).count().number();
    }

    private InboxReading.Reading read(String name, InboxAddress address) {
        return reading.read(address, persons.bySignInName(name), null);
    }

    private Stream<String> notices(String name) {
        return StreamSupport.stream(
                        undp.as(name)
                                .get("/api/inbox/changes")
                                .getBody()
                                .at("/notices")
                                .spliterator(),
                        false)
                .map(notice ->
                        notice.at("/caseId").asText() + " " + notice.at("/code").asText());
    }

    private static List<String> names(JsonNode persons) {
        List<String> names = new ArrayList<>();
        persons.forEach(person -> names.add(person.at("/signInName").asText()));
        return names;
    }
}
