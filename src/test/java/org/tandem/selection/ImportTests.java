package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.platform.imports.ExampleImport;

@TandemTest({"tandem.demo=true", "tandem.imports.first=PT1H"})
@Import(ExampleImport.class)
class ImportTests {

    private static final String HEADER =
            "framework,country,areas,entry_point,existing_capacity,replicable,reasons,gains,"
                    + "collaborations,no_collaboration,absence_explanation\n";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Countries countries;

    Visitor coordinator;
    Caller machine;

    @BeforeEach
    void signIn() {
        coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        machine = Caller.of(http, "coord.undp");
    }

    @Test
    void isForCoordinators() {
        assertThat(Visitor.signedIn(port, "fp.undp.a3", "tandem")
                        .get("/selection/import")
                        .statusCode())
                .isEqualTo(403);
        assertThat(coordinator.get("/selection/import").body()).contains("template.xlsx", "absence_explanation", "FFA");
        assertThat(upload(Caller.of(http, "observer"), HEADER + row("VNM", "A3"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void offersATemplateThatNominatesNothingAsItIs() {
        for (String name : List.of("template.csv", "template.xlsx")) {
            byte[] template = coordinator.download("/selection/import/" + name);
            coordinator.get("/selection/import");
            HttpResponse<String> answer = coordinator.upload("/selection/import", "file", name, template);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(answer.body()).contains("no rows below the names of the columns");
        }
    }

    @Test
    void namesMissingAndUnknownColumns() {
        coordinator.get("/selection/import");

        assertThat(coordinator
                        .upload("/selection/import", "file", "a.csv", utf8("country,Remarks\nVNM,x\n"))
                        .body())
                .contains("These columns are missing: framework, areas, entry_point, reasons", "file-error");
        assertThat(coordinator
                        .upload("/selection/import", "file", "a.csv", utf8(""))
                        .body())
                .contains("The file is empty");
        JsonNode known = upload(machine, HEADER.replace("replicable", "Remarks") + row("VNM", "A3"))
                .getBody();
        assertThat(known.at("/notices/0").asText()).contains("“Remarks”");
    }

    @Test
    void saysOfEachRowWhatIsWrong() {
        JsonNode read = upload(
                        machine,
                        HEADER
                                + row("Fidji", "A3 A5")
                                + row("FJI", "A5")
                                + row("Atlantis", "A3")
                                + row("TON", "A9")
                                + "FFA,WSM,A3,,,,=1+1,COHERENCE,,None,x\n"
                                + "FFA,WSM,A3,Point,,,Reasons,A5=COHERENCE,COL-77,None,x\n"
                                + "JAP,WSM,G1,Point,,,Reasons,,,None,x\n")
                .getBody();

        assertThat(read.at("/counts/good").asInt()).isEqualTo(1);
        assertThat(read.at("/rows/0/verdict").asText()).isEqualTo("GOOD");
        assertThat(details(read, 1))
                .containsExactly("Row 2 nominates the same country for the same area. Keep one of them.");
        assertThat(details(read, 2)).hasSize(1).first().asString().contains("There is no country “Atlantis”");
        assertThat(details(read, 3)).hasSize(1).first().asString().contains("The area “A9” does not belong");
        assertThat(details(read, 4))
                .hasSize(2)
                .anyMatch(text -> text.contains("begins with “=”"))
                .anyMatch(text -> text.contains("entry point"));
        assertThat(details(read, 5))
                .anyMatch(text -> text.contains("“A5=COHERENCE” is about an area"))
                .anyMatch(text -> text.contains("no running collaboration “COL-77”"));
        assertThat(details(read, 6)).first().asString().contains("no framework “JAP”");
        assertThat(casesOf("FJI")).isZero();
    }

    @Test
    void startsTheGoodRowsOnceAndLeavesTheOthers() {
        coordinator.get("/selection/import");
        String file = HEADER + row("Vanuatu", "3,FFA-A4") + row("Nowhere", "A3") + row("KIR", "a3");
        String address = Visitor.location(coordinator.upload("/selection/import", "file", "first.csv", utf8(file)));
        String preview = coordinator.get(address).body();
        assertThat(preview)
                .contains("Start the 2 good rows", "There is no country “Nowhere”", "Nothing has been started");
        assertThat(casesOf("VUT")).isZero();

        coordinator.post(address + "/confirm");
        coordinator.post(address + "/confirm");
        awaitDone(address);

        assertThat(casesOf("VUT")).isEqualTo(2);
        assertThat(casesOf("KIR")).isEqualTo(1);
        assertThat(coordinator.get(address).body()).contains("FFA-VUT-A3", "FFA-VUT-A4", "Started: 2.");
        String leftOver = new String(coordinator.download(address + "/left-over.csv"), StandardCharsets.UTF_8);
        assertThat(leftOver)
                .startsWith("\uFEFFframework,country")
                .contains("Nowhere", "There is no country")
                .doesNotContain("KIR");

        JsonNode again = upload(machine, file).getBody();
        assertThat(again.at("/counts/already").asInt()).isEqualTo(2);
        assertThat(again.at("/rows/0/cases").toString()).contains("FFA-VUT-A3", "FFA-VUT-A4");
        JsonNode repaired =
                upload(machine, leftOver.substring(1).replace("Nowhere", "TUV")).getBody();
        assertThat(repaired.at("/counts/good").asInt()).isEqualTo(1);
        assertThat(repaired.at("/notices")).isEmpty();
    }

    @Test
    void doesNotOpenTheSameRowAgainWhenItsCaseHasEnded() {
        String file = HEADER + row("PLW", "A3");
        confirm(upload(machine, file).getBody().at("/id").asText());
        jdbc.sql("update tandem.nomination set state = 'NOT_AGREED' where case_id = 'FFA-PLW-A3'")
                .update();

        assertThat(upload(machine, file).getBody().at("/rows/0/cases/0").asText())
                .isEqualTo("FFA-PLW-A3");
        assertThat(upload(machine, file.replace("Ministry asked", "Ministry asked anew"))
                        .getBody()
                        .at("/counts/good")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void reportsARowThatIsNoLongerGood() {
        String id = upload(machine, HEADER + row("NRU", "A3") + row("MHL", "A3"))
                .getBody()
                .at("/id")
                .asText();
        Caller.of(http, "fp.ilo.a3").nominate("NRU", "A3");

        JsonNode done = confirm(id);

        assertThat(done.at("/rows/0/verdict").asText()).isEqualTo("ALREADY");
        assertThat(done.at("/rows/0/cases/0").asText()).isEqualTo("FFA-NRU-A3");
        assertThat(done.at("/rows/1/verdict").asText()).isEqualTo("OPENED");
    }

    @Test
    void goesOnWhereItStopped() {
        String id = upload(machine, HEADER + row("COM", "A3") + row("STP", "A3"))
                .getBody()
                .at("/id")
                .asText();
        jdbc.sql(
                        "update tandem.import_run set state = 'RUNNING', worked_until = now() - interval '1 hour' where id = ?")
                .param(UUID.fromString(id))
                .update();
        String address = "/selection/import/" + id;
        assertThat(coordinator.get(address).body())
                .contains("http-equiv=\"refresh\"", "0 of 2 rows done", ">Continue<");

        coordinator.post(address + "/continue");
        awaitDone(address);

        assertThat(casesOf("STP")).isEqualTo(1);
    }

    @Test
    void isSeenByItsOwnerOnly() {
        String id =
                upload(machine, HEADER + row("SYC", "A3")).getBody().at("/id").asText();
        Visitor other = Visitor.signedIn(port, "coord.ilo", "tandem");

        assertThat(other.get("/selection/import/" + id).statusCode()).isEqualTo(404);
        assertThat(other.get("/selection/import/" + id + "/left-over.csv").statusCode())
                .isEqualTo(404);
        other.get("/selection/import");
        assertThat(other.post("/selection/import/" + id + "/confirm").statusCode())
                .isEqualTo(404);
        assertThat(other.post("/selection/import/" + id + "/discard").statusCode())
                .isEqualTo(404);
        assertThat(Caller.of(http, "coord.ilo")
                        .post("/api/selection/imports/" + id + "/confirm", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        coordinator.get("/selection/import");
        coordinator.post("/selection/import/" + id + "/discard");
        assertThat(coordinator.get("/selection/import/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherKindOfRecordIsImportedByItsDeclaration() {
        String file = "full name,note\nAUT,\nAtlantis,\nAUT,again\n";
        assertThat(upload(Caller.of(http, "observer"), "/api/examples/imports", file)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);

        JsonNode read = upload(machine, "/api/examples/imports", file).getBody();
        String id = read.at("/id").asText();

        assertThat(read.at("/rows").findValuesAsText("verdict")).containsExactly("GOOD", "BAD", "BAD");
        assertThat(details(read, 2)).containsExactly("Row 2 is about the same. Keep one of them.");
        assertThat(coordinator.get("/examples/import/" + id).body())
                .contains("There is no country “Atlantis”", "<code>full_name:</code>");
        assertThat(coordinator.get("/examples/import").body()).contains(id, "full_name");
        assertThat(coordinator.get("/selection/import").body()).doesNotContain(id);
        assertThat(coordinator.get("/selection/import/" + id).statusCode()).isEqualTo(404);
        assertThat(machine.post("/api/selection/imports/" + id + "/confirm", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);

        coordinator.post("/examples/import/" + id + "/confirm");
        awaitDone("/examples/import/" + id);

        assertThat(coordinator.get("/examples/import/" + id).body()).contains("href=\"/countries/AUT\"");
        assertThat(upload(machine, "/api/examples/imports", file).getBody().at("/counts/already"))
                .hasToString("2");
        assertThat(machine.get("/v3/api-docs")
                        .getBody()
                        .at("/paths/~1api~1examples~1imports/post/operationId")
                        .asText())
                .isEqualTo("examples.uploadImport");
    }

    @Test
    void saysWhatOlderBuildsKept() {
        String id =
                upload(machine, HEADER + row("SYC", "A3")).getBody().at("/id").asText();
        jdbc.sql("update tandem.import_row set verdict = 'BAD', problems = '[{\"field\": \"reasons\", \"words\":"
                        + " {\"key\": \"selection.import.problem.formula\", \"args\": [\"=\"]}}]'"
                        + " where import_id = cast(? as uuid)")
                .param(id)
                .update();

        assertThat(details(machine.get("/api/selection/imports/" + id).getBody(), 0))
                .first()
                .asString()
                .startsWith("This cell begins with “=”");
    }

    /** How long a full file takes is written to the log, not asserted: it depends on the machine. */
    @Test
    void takesAFullFile() {
        StringBuilder file = new StringBuilder(HEADER);
        List<String> codes = countries.all().stream().map(Country::iso3).toList();
        List<String> areas = List.of("A1", "A2", "A4", "A5", "A6", "A7");
        List<String> rows = new ArrayList<>();
        for (String area : areas) {
            codes.forEach(code -> rows.add(row(code, area)));
        }
        while (rows.size() < 1_500) {
            rows.add(rows.get(0));
        }
        rows.subList(0, 1_500).forEach(file::append);
        long start = System.nanoTime();
        JsonNode read = upload(machine, file.toString()).getBody();
        long checked = System.nanoTime();
        assertThat(read.at("/rows").size()).isEqualTo(1_500);
        assertThat(read.at("/counts/good").asInt() + read.at("/counts/already").asInt())
                .isGreaterThan(1_200);
        assertThat(coordinator
                        .get("/selection/import/" + read.at("/id").asText() + "?show=bad&page=2")
                        .body())
                .contains("Previous");
        LoggerFactory.getLogger(ImportTests.class)
                .info(
                        "1,500 rows read and checked in {} ms",
                        Duration.ofNanos(checked - start).toMillis());
    }

    private JsonNode confirm(String id) {
        assertThat(machine.post("/api/selection/imports/" + id + "/confirm", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.ACCEPTED);
        await().atMost(Duration.ofMinutes(3)).until(() -> machine.get("/api/selection/imports/" + id)
                .getBody()
                .at("/state")
                .asText()
                .equals("DONE"));
        return machine.get("/api/selection/imports/" + id).getBody();
    }

    private void awaitDone(String address) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> coordinator.get(address).body().contains("Import done"));
    }

    private ResponseEntity<JsonNode> upload(Caller caller, String file) {
        return upload(caller, "/api/selection/imports", file);
    }

    private ResponseEntity<JsonNode> upload(Caller caller, String address, String file) {
        MultiValueMap<String, Object> body = new LinkedMultiValueMap<>();
        body.add("file", new ByteArrayResource(utf8(file)) {
            @Override
            public String getFilename() {
                return "nominations.csv";
            }
        });
        return caller.http().postForEntity(address, body, JsonNode.class);
    }

    private static List<String> details(JsonNode read, int row) {
        List<String> details = new ArrayList<>();
        read.at("/rows/" + row + "/problems")
                .forEach(problem -> details.add(problem.at("/detail").asText()));
        return details;
    }

    private int casesOf(String country) {
        return jdbc.sql("select count(*) from tandem.nomination where country = ?")
                .param(country)
                .query(Integer.class)
                .single();
    }

    private static String row(String country, String areas) {
        String gains = areas.equals("A7") ? "NEXUS-COHERENCE" : "COHERENCE";
        return "FFA," + country + ",\"" + areas + "\",Entry,,,Ministry asked," + gains
                + ",,None running,From the region\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
