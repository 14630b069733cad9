package net.example.visits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.tandem.Caller;
import org.tandem.RunningApplication;
import org.tandem.TestDatabases;
import org.tandem.Visitor;

/** A stage from outside the house, made by the recipe of {@code docs/adding-a-stage.md}, gets all a stage gets. */
class VisitsTests {

    private static final String TITLE = "Talks with the ministry <b>of labour</b>";

    private static RunningApplication application;

    @BeforeAll
    static void startsWithTheStage() {
        Map<String, Object> properties = new HashMap<>(TestDatabases.properties(TestDatabases.copy("")));
        properties.put("tandem.demo", true);
        application = RunningApplication.startClass(
                        VisitsApplication.class,
                        Path.of("src/test/example-stage") + File.pathSeparator + System.getProperty("java.class.path"),
                        Path.of("target", "example-stage"),
                        properties)
                .awaitReady();
    }

    @AfterAll
    static void ends() {
        application.close();
    }

    private static Caller caller(String name) {
        return Caller.of(
                new TestRestTemplate(
                        new RestTemplateBuilder().rootUri(application.address().toString())),
                name);
    }

    private static String asked(String area, String country) {
        var answer = caller("fp.undp.a3").post("/api/visits", Map.of("area", area, "country", country, "title", TITLE));
        assertThat(answer.getStatusCode().value()).as("" + answer.getBody()).isEqualTo(201);
        return answer.getBody().get("id").textValue();
    }

    private static Visitor visitor(String name) {
        return Visitor.signedIn(application.port(), name, "tandem");
    }

    @Test
    void isAskedForOnAFormThatKeepsWhatWasTyped() {
        Visitor asker = visitor("fp.undp.a3");

        String form = asker.follow(asker.get("/visits/ask")).body();
        var refused = asker.post("/visits/ask", "country", "Laos", "title", TITLE);

        assertThat(form).contains("Ask for a joint visit");
        assertThat(refused.statusCode()).isEqualTo(422);
        for (String part : List.of("error-summary", "Talks with the ministry &lt;b&gt;of labour", "Lao")) {
            assertThat(refused.body().contains(part)).as(part).isTrue();
        }
    }

    @Test
    void waitsInTheInboxOfTheCountryOffices() {
        String id = asked("FFA-A3", "VNM");

        assertThat(visitor("co.ilo.vnm").get("/inbox").body()).contains("Report on the visit", id);
        assertThat(visitor("co.ilo.lao").get("/inbox").body()).doesNotContain(id);
    }

    @Test
    void isReportedAndEndsWhereTheDiagramSays() {
        String id = asked("FFA-A3", "KHM");
        Visitor office = visitor("co.undp.khm");

        String file = office.get("/cases/" + id).body();
        String task = office.get("/visits/" + id + "/reportVisit").body();
        var done = office.post(
                "/visits/" + id + "/reportVisit", "outcome", "REPORTED", "report", "Two days in the capital");
        String after = office.get("/cases/" + id).body();

        assertThat(file)
                .contains("Talks with the ministry &lt;b&gt;of labour", "Visit asked", "Asked for a joint visit");
        assertThat(task).contains("What came of it");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(after).contains("Reported on the visit", "Two days in the capital", "The visit is reported.");
        assertThat(caller("observer").get("/api/cases/" + id).getBody().toString())
                .contains("REPORTED");
    }

    @Test
    void standsInItsRegisterItsFilesAndTheSearch() {
        String id = asked("FFA-A3", "THA");
        Visitor observer = visitor("observer");

        JsonNode rows =
                caller("observer").get("/api/visits?country=THA").getBody().get("visits");

        assertThat(observer.get("/visits?country=THA&sort=country").body()).contains("Joint visits", "/cases/" + id);
        assertThat(observer.get("/visits?country=LAO").body()).doesNotContain(id);
        assertThat(rows.toString()).contains(id, "ASKED");
        assertThat(new String(observer.download("/visits.csv"), StandardCharsets.UTF_8))
                .contains(id);
        assertThat(observer.get("/search?q=ministry+of+labour").body()).contains(id);
        assertThat(caller("observer").get("/v3/api-docs").getBody().get("paths").has("/api/visits"))
                .isTrue();
    }

    @Test
    void isReadByTheFrameworksPartiesAlone() {
        String id = asked("FFA-A3", "PHL");

        assertThat(caller("fp.ilo.a3").get("/api/cases/" + id).getStatusCode().value())
                .isEqualTo(200);
        assertThat(caller("co.unhcr.col")
                        .get("/api/cases/" + id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(caller("observer")
                        .post("/api/visits", Map.of("area", "FFA-A3", "country", "PHL", "title", "x"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(visitor("rd.undp.rbap").get("/visits/" + id + "/reportVisit").statusCode())
                .isEqualTo(403);
    }

    @Test
    void takesLittleCode() throws IOException {
        long lines = 0;
        for (String file : List.of("AskForVisit", "VisitRow", "VisitState", "VisitsStage")) {
            lines += Files.readAllLines(Path.of("src/test/java/net/example/visits", file + ".java"))
                    .size();
        }
        assertThat(lines).isLessThanOrEqualTo(250);
    }
}
