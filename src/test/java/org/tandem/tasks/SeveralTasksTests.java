package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;

/** Can several tasks with one form be answered on one page, without script, and by machines? */
// A database of its own: what other tests leave open would be answered here.
@TandemTest({"tandem.demo=true", "tandem.test.database=several-tasks"})
class SeveralTasksTests {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    private Caller ilo;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        ilo = Caller.of(http, "fp.ilo.a3");
        visitor = Visitor.signedIn(port, "fp.ilo.a3", "tandem");
    }

    @Test
    void agreesToTwentyOnOnePage() {
        List<String> tasks = nominated(
                "AGO", "BEN", "BWA", "BFA", "BDI", "CMR", "CPV", "CAF", "TCD", "COM", "COG", "CIV", "COD", "GNQ", "ERI",
                "SWZ", "ETH", "GAB", "GMB", "GHA");

        String page = page(tasks);
        assertThat(page)
                .contains(
                        "Agree to the nomination: 20 tasks", "Angola", "Ghana", "The running social protection project")
                .containsOnlyOnce("name=\"decision\" value=\"AGREE\"")
                .contains("name=\"only." + tasks.get(0) + ".decision\" value=\"AGREE\"");

        HttpResponse<String> sent = send(tasks, "decision", "AGREE");
        assertThat(Visitor.location(sent)).isEqualTo("/inbox");
        assertThat(visitor.get("/inbox").body()).contains("20 answers have been recorded. Angola, Benin");
        assertThat(tasks).noneMatch(this::isOpen);
    }

    @Test
    void answersOneOfThemDifferentlyAndLeavesOutWhatIsNotTicked() {
        List<String> tasks = nominated("KEN", "UGA", "TZA");
        String kenya = tasks.get(0);

        send(
                tasks.subList(0, 2),
                "decision",
                "AGREE",
                "only." + kenya + ".decision",
                "REFUSE",
                "only." + kenya + ".reason",
                "Not this year");

        assertThat(state("FFA-KEN-A3")).isEqualTo("NOT_AGREED");
        assertThat(state("FFA-UGA-A3")).isEqualTo("IN_VETTING");
        assertThat(isOpen(tasks.get(2))).isTrue();
    }

    @Test
    void showsWhatAllRefuseAlikeOnceBesideItsField() {
        List<String> tasks = nominated("NER", "MLI");

        HttpResponse<String> refused = send(tasks, "decision", "REFUSE");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).containsOnlyOnce("class=\"field-error\"").contains("name=\"_task\"");
        assertThat(tasks).allMatch(this::isOpen);
    }

    @Test
    void keepsWhatFailedWithItsReasonAndItsText() {
        List<String> tasks = nominated("ZMB", "ZWE", "MWI");
        Caller.of(http, "fp.ilo.a3.2").post("/api/tasks/" + tasks.get(1) + "/claim", Map.of());
        String own = "only." + tasks.get(2);

        HttpResponse<String> sent = send(tasks, "decision", "AGREE", own + ".decision", "REFUSE");

        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body())
                .contains("1 answer has been recorded: Zambia", "has had this since", "Malawi", "please fill this in")
                .doesNotContain("value=\"" + tasks.get(0) + "\"");
        assertThat(isOpen(tasks.get(0))).isFalse();
        assertThat(page(tasks.subList(2, 3)))
                .as("the draft")
                .contains("name=\"" + own + ".decision\" value=\"REFUSE\" checked");
    }

    @Test
    void keepsADraftForItsWriterAlone() {
        List<String> tasks = nominated("LAO", "KHM");
        page(tasks);

        for (String note : List.of("With the ministry", "With both ministries")) {
            HttpResponse<String> kept = visitor.post(
                    "/tasks/several",
                    "_step",
                    "keep",
                    "_key",
                    "agreeNomination",
                    "_shown",
                    String.join(",", tasks),
                    "note",
                    note);
            assertThat(Visitor.location(kept)).startsWith("/tasks/several?task=" + tasks.get(0));
        }

        assertThat(page(tasks)).contains("With both ministries</textarea>", "Draft saved");
        assertThat(Visitor.signedIn(port, "fp.ilo.a3.2", "tandem")
                        .get("/tasks/several?task=" + String.join("&task=", tasks))
                        .body())
                .contains("2 tasks")
                .doesNotContain("With both ministries");
        send(tasks, "decision", "AGREE");
        assertThat(page(nominated("NPL", "BTN"))).doesNotContain("With both ministries");
    }

    @Test
    void keepsADraftOfMachinesWhereThePageGivesItBack() {
        List<String> tasks = nominated("VUT", "TON");
        String alone = tasks.get(1);
        Map<String, Object> values = Map.of(
                "note", "With the ministry", "only", Map.of(alone, Map.of("decision", "REFUSE", "reason", "Not yet")));
        Map<String, Object> draft = Map.of("key", "agreeNomination", "tasks", tasks, "values", values);

        assertThat(ilo.put("/api/tasks/several/draft", draft).getBody().has("savedAt"))
                .isTrue();
        assertThat(page(tasks))
                .contains("With the ministry</textarea>", "Not yet</textarea>")
                .contains("name=\"only." + alone + ".decision\" value=\"REFUSE\" checked");
        assertThat(ilo.put("/api/tasks/several/draft", Map.of("key", "agreeNomination", "values", values))
                        .getStatusCode()
                        .value())
                .as("for no task")
                .isEqualTo(422);
        Map<String, Object> ofNull =
                Map.of("key", "agreeNomination", "tasks", Arrays.asList(alone, null), "values", values);
        assertThat(ilo.put("/api/tasks/several/draft", ofNull).getStatusCode().value())
                .as("for one that is none")
                .isEqualTo(422);
        assertThat(ilo.put("/api/tasks/several/draft", Map.of("values", Map.of("note", "Of nothing")))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        send(tasks, "decision", "AGREE");
    }

    @Test
    void offersWhatWasChosenForAllToThoseAloneItWasChosenFor() {
        List<String> begun = nominated("FJI", "WSM");
        List<String> others = nominated("KIR", "TUV");
        keep(begun, "decision", "REFUSE", "reason", "No minister", "only." + begun.get(0) + ".note", "For Fiji");

        assertThat(page(others))
                .as("shown to be taken along, chosen for nobody")
                .contains("as-typed\" dir=\"auto\">No minister<")
                .doesNotContain("value=\"REFUSE\" checked", "No minister</textarea>");
        keep(others, "note", "With the unions");

        assertThat(page(others)).contains("With the unions</textarea>").doesNotContain("No minister");
        assertThat(page(begun)).contains("For Fiji</textarea>").doesNotContain("With the unions</textarea>");

        send(others, "decision", "AGREE");
        assertThat(page(begun)).as("after the others are sent").contains("For Fiji</textarea>");
        keep(begun, "decision", "AGREE");
        ilo.answer("selection", "FFA-FJI-A3", "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(page(begun)).as("what is left of them").contains("value=\"AGREE\" checked");
    }

    @Test
    void keepsWhatWasTypedForOneThatIsNotTicked() {
        List<String> tasks = nominated("NRU", "PLW");
        String unticked = tasks.get(1);

        HttpResponse<String> sent = post(
                List.of(tasks.get(0)), tasks, "decision", "AGREE", "only." + unticked + ".note", "Ask the parliament");

        assertThat(Visitor.location(sent)).isEqualTo("/inbox");
        assertThat(page(List.of(unticked)))
                .contains("Ask the parliament</textarea>")
                .doesNotContain("value=\"AGREE\" checked");
        send(List.of(unticked), "decision", "AGREE");
        assertThat(page(nominated("FSM", "MHL"))).doesNotContain("Only you can see it");
    }

    @Test
    void doesNotGrowBeyondItsLimitByBeingSavedAgain() {
        List<String> tasks = nominated("MUS", "SYC");
        List<Integer> statuses = new ArrayList<>();
        for (int time = 0; time < 4; time++) {
            Map<String, Object> values =
                    Map.of("only", Map.of(tasks.get(0), Map.of("note" + time, "x".repeat(390_000))));
            Map<String, Object> draft =
                    Map.of("key", "agreeNomination", "tasks", List.of(tasks.get(1)), "values", values);
            statuses.add(
                    ilo.put("/api/tasks/several/draft", draft).getStatusCode().value());
        }

        assertThat(statuses).containsExactly(200, 200, 413, 413);
    }

    @Test
    void leadsEachStepToItsOwnPage() {
        List<String> tasks = nominated("RWA", "SEN");
        nominated("MOZ", "MDG");
        for (String country : List.of("MOZ", "MDG")) {
            ilo.answer("selection", "FFA-" + country + "-A3", "agreeNomination", Map.of("decision", "AGREE"));
        }
        Caller director = ilo.as("rd.ilo.africa");
        List<String> votes = new ArrayList<>();
        director.get("/api/inbox?area=FFA-A3&task=vetCountry")
                .getBody()
                .at("/tasks")
                .forEach(item -> {
                    if (item.at("/task/caseId").asText().matches("FFA-(MOZ|MDG)-A3")) {
                        votes.add(item.at("/task/id").asText());
                    }
                });

        Visitor other = Visitor.signedIn(port, "rd.ilo.africa", "tandem");
        assertThat(Visitor.location(other.get("/tasks/several?task=" + String.join("&task=", votes))))
                .matches("/vetting/compare\\?cases=FFA-M(OZ|DG)-A3,FFA-M(OZ|DG)-A3");
        assertThat(other.get("/tasks/several?task=" + String.join("&task=", tasks))
                        .body())
                .as("not the director's")
                .contains("These cannot be answered now", "This is with: ILO focal points")
                .doesNotContain("name=\"_task\"");
    }

    @Test
    void answersMachinesOneByOne() {
        List<String> tasks = nominated("GIN", "GNB");

        JsonNode results = ilo.post(
                        "/api/tasks/several",
                        List.of(
                                Map.of("task", tasks.get(0), "values", Map.of("decision", "AGREE")),
                                Map.of("task", tasks.get(1), "values", Map.of("decision", "REFUSE")),
                                Map.of("task", "nothing", "values", Map.of("decision", "AGREE"))))
                .getBody();

        assertThat(results.findValuesAsText("status")).containsExactly("200", "422", "404");
        assertThat(results.at("/1/caseId").asText()).isEqualTo("FFA-GNB-A3");
        assertThat(results.at("/1/detail").asText()).contains("please fill this in");
        assertThat(isOpen(tasks.get(0))).isFalse();
        assertThat(ilo.post("/api/tasks/several", List.of()).getStatusCode().value())
                .isEqualTo(422);
        assertThat(ilo.post("/api/tasks/several", List.of(Map.of("task", "a"), Map.of("task", "a")))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void saysWhenMoreWereChosenThanAreShown() {
        List<String> tasks = nominated("SLE", "TGO");
        List<String> many = new ArrayList<>(tasks);
        for (int more = tasks.size(); more < 50; more++) {
            many.add("task-" + more);
        }

        assertThat(page(many)).contains("2 tasks").doesNotContain("You have chosen more than 50");
        many.add("task-50");
        assertThat(page(many)).contains("You have chosen more than 50");
    }

    @Test
    void leadsToTheTasksBeforeAndAfter() {
        List<String> tasks = nominated("LKA", "MDV", "MMR");
        String list = "country=MDV";

        String middle = visitor.get("/selection/FFA-MDV-A3/agreeNomination?_task=" + tasks.get(1))
                .body();
        assertThat(middle).contains("rel=\"prev\"", "rel=\"next\"");
        assertThat(visitor.get("/inbox?" + list).body())
                .contains("/selection/FFA-MDV-A3/agreeNomination?_task=" + tasks.get(1) + "&amp;_in=country%3DMDV");
        String alone = visitor.get("/selection/FFA-MDV-A3/agreeNomination?_task=" + tasks.get(1) + "&_in=country%3DMDV")
                .body();
        assertThat(alone).doesNotContain("rel=\"prev\"", "rel=\"next\"").contains("href=\"/inbox?country=MDV\"");

        assertThat(Visitor.location(visitor.post(
                        "/selection/FFA-MDV-A3/agreeNomination",
                        "_task",
                        tasks.get(1),
                        "_in",
                        list,
                        "decision",
                        "AGREE")))
                .isEqualTo("/inbox?country=MDV");
    }

    private List<String> nominated(String... countries) {
        List<String> tasks = new ArrayList<>();
        for (String country : countries) {
            ilo.as("fp.undp.a3").nominate(country, "A3");
            tasks.add(ilo.get("/api/inbox?country=" + country)
                    .getBody()
                    .at("/tasks/0/task/id")
                    .asText());
        }
        return tasks;
    }

    private String page(List<String> tasks) {
        return visitor.get("/tasks/several?task=" + String.join("&task=", tasks))
                .body();
    }

    private HttpResponse<String> send(List<String> tasks, String... answers) {
        return post(tasks, tasks, answers);
    }

    private void keep(List<String> tasks, String... answers) {
        List<String> fields = new ArrayList<>(List.of("_step", "keep"));
        fields.addAll(List.of(answers));
        send(tasks, fields.toArray(String[]::new));
    }

    private HttpResponse<String> post(List<String> ticked, List<String> shown, String... answers) {
        page(shown);
        List<String> fields = new ArrayList<>(List.of("_key", "agreeNomination"));
        ticked.forEach(task -> fields.addAll(List.of("_task", task)));
        shown.forEach(task -> fields.addAll(List.of("_shown", task)));
        fields.addAll(List.of(answers));
        return visitor.post("/tasks/several", fields.toArray(String[]::new));
    }

    private boolean isOpen(String task) {
        return ilo.get("/api/inbox?area=FFA-A3&sort=newest")
                .getBody()
                .toString()
                .contains(task);
    }

    private String state(String caseId) {
        return ilo.get("/api/cases/" + caseId).getBody().at("/file/state").asText();
    }
}
