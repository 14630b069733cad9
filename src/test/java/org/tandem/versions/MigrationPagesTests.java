package org.tandem.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.Visitor;
import org.tandem.cases.CaseId;
import org.tandem.tasks.OpenTask;

/** The pages of a new version as an administrator walks them, and what it is like for whoever works meanwhile. */
@MigrationTest
class MigrationPagesTests {

    private static final String CHOICE = "step-repairRoster";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Versions versions;

    @Autowired
    MigrationBatch batch;

    @LocalServerPort
    int port;

    private Crowd crowd;
    private Visitor administrator;
    private CaseId asked;
    private String comparison;

    @BeforeEach
    void anOlderVersionRuns() {
        crowd = new Crowd(context);
        OldAndNew.deployOld(context);
        asked = crowd.inVettingSomewhere();
        crowd.does(asked, "vetCountry", "ILO", Map.of("decision", "RETURN", "question", "Which ministry?"));
        comparison = "/models/vetting/" + versions.newest("vetting").number();
        administrator = Visitor.signedIn(port, "admin", "tandem");
    }

    @AfterEach
    void everyCaseEnds() {
        workItOff();
        crowd.finish(asked);
    }

    private void workItOff() {
        while (batch.work()) {
            Thread.onSpinWait();
        }
    }

    private String path(String key) {
        return "/vetting/" + asked.value() + "/" + key;
    }

    private String started() {
        administrator.get(comparison);
        HttpResponse<String> sent =
                administrator.post(comparison + "/migration", CHOICE, "", "step-answerQuestion", NextVetting.RENAMED);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        return Visitor.location(sent);
    }

    @Test
    void leadsFromTheListToTheReport() {
        OldAndNew.deployNew(context);
        assertThat(administrator.get("/models").body()).contains("Vetting by the Regional Directors", comparison);
        assertThat(administrator.get("/models/vetting").body()).contains("Passed", "sound, explored completely");
        assertThat(administrator.get(comparison).body())
                .contains("Gone: the step “Name a director”.", "New: the step “Confirm the result”.")
                .contains("Whom the directors can ask", "Answer the question (suggested)", "Move the case")
                .doesNotContain("??");
        assertThat(administrator.get(comparison + "?side=old").body()).contains("data-status=\"REMOVED\"");
        assertThat(administrator.get(comparison + ".bpmn").body()).contains("repairRoster");
        assertThat(administrator
                        .post(comparison + "/trial", "step-answerQuestion", NextVetting.RENAMED)
                        .body())
                .contains("Nothing stands in the way", "Difference between inbox and engine meanwhile: 0.");

        String page = started();
        assertThat(administrator.get(page).body()).contains("Under way", "Pause");
        assertThat(administrator.follow(administrator.post(page + "/pause")).body())
                .contains("Paused.", "Resume");
        assertThat(administrator.follow(administrator.post(page + "/resume")).body())
                .contains("Resumed.");
        workItOff();
        assertThat(administrator.get(page).body())
                .contains("Done", "100 % looked at")
                .doesNotContain("??");
        assertThat(administrator.follow(administrator.post(page + "/pause")).body())
                .contains("This move is done");
        assertThat(administrator.get("/models/vetting").body()).contains(page);
        assertThat(administrator.get("/cases/" + asked.value()).body())
                .contains("of the process “Vetting by the Regional Directors”");
        assertThat(administrator.get("/cases/" + asked.value() + "/diagram").body())
                .contains("Answer the question");
    }

    @Test
    void namesTheAffectedCasesByTheChosenPlanOnEveryPage() {
        List<CaseId> others = Stream.generate(crowd::inVettingSomewhere)
                .limit(AffectedCases.PAGE)
                .toList();
        try {
            OldAndNew.deployNew(context);
            String page = comparison + "?step-answerQuestion=" + NextVetting.RENAMED;
            assertThat(affected(page)).contains(asked + " Answer the question → same step");
            assertThat(affected(comparison + "?step-answerQuestion=-"))
                    .contains(asked + " Answer the question → stays in its version");
            Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]*)#cases\"")
                    .matcher(administrator.get(page).body());
            assertThat(next.find()).isTrue();
            String second = next.group(1).replace("&amp;", "&");
            assertThat(second).contains("&step-answerQuestion=" + NextVetting.RENAMED);
            assertThat(affected(second))
                    .contains(others.get(others.size() - 1) + " Vet the country × 2 → same step")
                    .doesNotContain(asked.value());
            assertThat(administrator
                            .get(comparison + "?step-answerQuestion=nowhere")
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            others.forEach(crowd::finish);
        }
    }

    /** The cases of the page as they are read. */
    private String affected(String page) {
        String body = administrator.get(page).body();
        return body.substring(body.indexOf("id=\"cases\""))
                .replaceFirst("(?s)</table>.*", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    @Test
    void keepsWhatWasTypedIntoTheOldForm() {
        Visitor nominator = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        OpenTask old = crowd.open(asked, "answerQuestion");
        assertThat(nominator.get(path("answerQuestion")).body()).contains("name=\"_form\"");
        OldAndNew.deployNew(context);
        started();
        workItOff();

        HttpResponse<String> late = nominator.post(
                path("answerQuestion"),
                "_task",
                old.id(),
                "_form",
                String.valueOf(old.deploymentId()),
                "answer",
                "The ministry of labour, since March");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("this case follows a newer version of its process", "The ministry of labour, since March")
                .contains(path(NextVetting.RENAMED));
        assertThat(nominator.get(path("answerQuestion")).statusCode()).isEqualTo(409);
        assertThat(nominator.get(path(NextVetting.RENAMED)).body())
                .contains("The ministry of labour, since March", "Whom the directors can ask");
    }

    @Test
    void takesAnAnswerToAFormThatSaysTheSameInBothVersions() {
        CaseId voting = crowd.inVettingSomewhere();
        OpenTask task = crowd.open(voting, "vetCountry");
        OldAndNew.deployNew(context);
        started();
        workItOff();

        crowd.does(
                crowd.open(voting, "vetCountry"),
                Map.of("decision", "APPROVE", "_form", String.valueOf(task.deploymentId())));
        crowd.finish(voting);
    }

    @Test
    void isTheSameForMachines() {
        OldAndNew.deployNew(context);
        Caller machine = Caller.of(http, "admin");
        JsonNode compared = machine.get("/api" + comparison).getBody();
        assertThat(compared.at("/verdict/good").asBoolean()).isTrue();
        assertThat(compared.at("/moves").findValuesAsText("before")).contains("vetCountry", "repairRoster");
        JsonNode trial = machine.post("/api" + comparison + "/trial", Map.of()).getBody();
        assertThat(trial.at("/good").asBoolean()).isTrue();

        ResponseEntity<JsonNode> first = machine.post("/api" + comparison + "/migrations", Map.of());
        ResponseEntity<JsonNode> second = machine.post("/api" + comparison + "/migrations", Map.of());

        assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(second.getBody().at("/id")).isEqualTo(first.getBody().at("/id"));
        String address = "/api/models/migrations/" + first.getBody().at("/id").asText();
        assertThat(machine.post(address + "/pause", null).getBody().at("/state").asText())
                .isEqualTo("PAUSED");
        assertThat(machine.post(address + "/resume", null)
                        .getBody()
                        .at("/state")
                        .asText())
                .isEqualTo("RUNNING");
        workItOff();
        assertThat(machine.get(address).getBody().at("/figures/moved").asInt()).isOne();
        assertThat(machine.post(address + "/stop", null).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void refusesInWords() {
        OldAndNew.deployNew(context);
        Caller machine = Caller.of(http, "admin");

        assertThat(machine.get("/api/models/nothing").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(machine.get("/api/models/vetting/999").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(machine.get("/api/models/vetting/one").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(machine.post(
                                "/api" + comparison + "/migrations",
                                Map.of("steps", Map.of("answerQuestion", "vetCountry")))
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("step-answerQuestion");
        assertThat(machine.get("/api/models/vetting/"
                                + versions.newest("vetting").number())
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        administrator.get(comparison);
        HttpResponse<String> refused =
                administrator.post(comparison + "/migration", "step-answerQuestion", "vetCountry");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("error-summary", "cannot go to this step");
    }

    @Test
    void isForAdministratorsOnly() {
        Visitor coordinator = Visitor.signedIn(port, "coord.undp", "tandem");

        assertThat(coordinator.get("/models").statusCode()).isEqualTo(403);
        assertThat(coordinator.get(comparison).statusCode()).isEqualTo(403);
        assertThat(coordinator.post(comparison + "/trial").statusCode()).isEqualTo(403);
        assertThat(coordinator.post(comparison + "/migration").statusCode()).isEqualTo(403);
        assertThat(coordinator.get("/inbox").body()).doesNotContain("href=\"/models\"");
    }
}
