package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;

// A database of its own: what other tests nominate or flash would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=selection-pages"})
class SelectionPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nominate() {
        Caller undp = Caller.of(http, "fp.undp.a3");
        undp.nominate("KHM", "A3");
        undp.nominate("PHL", "A3");
    }

    @Test
    void listsWhatIsInSelection() {
        String page =
                Visitor.signedIn(port, "observer", "tandem").get("/selection").body();

        assertThat(page).contains("Cambodia", "Philippines", "FFA-KHM-A3", "No ceiling set", "Download as CSV");
        assertThat(page).doesNotContain("Import from a spreadsheet", ">Nominate a country<");
        assertThat(Visitor.signedIn(port, "coord.undp", "tandem")
                        .get("/selection")
                        .body())
                .contains("Import from a spreadsheet", ">Nominate a country<");
    }

    @Test
    void saysWhomACaseWaitsOnAndUntilWhen() {
        String row = Visitor.signedIn(port, "observer", "tandem")
                .get("/selection?country=KHM")
                .body();

        assertThat(row).contains("Waiting on", "ILO focal points of area 3", "due in ");
    }

    @Test
    void putsPriorityFirst() {
        String page = Visitor.signedIn(port, "observer", "tandem")
                .get("/selection?sort=priority")
                .body();

        assertThat(page.indexOf("FFA-KHM-A3")).isLessThan(page.indexOf("FFA-PHL-A3"));
    }

    @Test
    void filtersByAreaStateAndEachAgencysRegion() {
        Visitor observer = Visitor.signedIn(port, "observer", "tandem");

        assertThat(observer.get("/selection?area=FFA-A3&state=PROPOSED&region=ILO:ASIA_PACIFIC")
                        .body())
                .contains("FFA-KHM-A3");
        assertThat(observer.get("/selection?region=UNDP:RBA").body()).doesNotContain("FFA-KHM-A3");
        assertThat(observer.get("/selection?framework=JAP&area=FFA-A3").body()).contains("Nothing matches");
        assertThat(observer.get("/selection?country=KHM").body()).doesNotContain("FFA-PHL-A3");
        assertThat(observer.get("/selection?page=99&sort=%27--&state=%00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void writesTheListAsAFileForSpreadsheets() {
        String file = new String(
                Visitor.signedIn(port, "observer", "tandem").download("/selection/cases.csv?country=KHM"),
                StandardCharsets.UTF_8);

        assertThat(file).startsWith("\uFEFFcase,framework,").contains("FFA-KHM-A3,FFA,A3", ",PROPOSED,Proposed,");
        assertThat(file).doesNotContain("PHL");
    }

    /** A13: it was cut at 20,000 rows without a word. */
    @Test
    void writesEveryRowOfAListHoweverLong() throws Exception {
        jdbc.sql("""
                        insert into tandem.case_file (id, kind, framework, area, country, state, state_since, opened_by,
                               opened_for, opened_at, changed_at, version)
                        select 'FFA-ZWE-A9' || n, 'selection', 'FFA', 'A7', 'ZWE', 'PROPOSED', now(), gen_random_uuid(),
                               'ILO', now(), now(), 0 from generate_series(1, 20100) n""").update();
        try {
            Visitor observer = Visitor.signedIn(port, "observer", "tandem");
            String csv = new String(observer.download("/selection/cases.csv?framework=FFA"), StandardCharsets.UTF_8);
            assertThat(csv.lines().filter(line -> line.contains(",ZWE,"))).hasSize(20_100);
            assertThat(csv.lines().distinct()).hasSameSizeAs(csv.lines().toList());
            try (ReadableWorkbook book = new ReadableWorkbook(
                    new ByteArrayInputStream(observer.download("/selection/cases.xlsx?framework=FFA&sort=country")))) {
                assertThat(book.getFirstSheet().read())
                        .hasSameSizeAs(csv.lines().toList());
            }
        } finally {
            jdbc.sql("delete from tandem.case_file where id like 'FFA-ZWE-A9%'").update();
        }
    }

    @Test
    void findsACaseOfSeveralCountriesUnderEachOnce() {
        jdbc.sql("""
                        insert into tandem.case_file (id, kind, framework, area, country, state, state_since, opened_by,
                               opened_for, opened_at, changed_at, version)
                        values ('FFA-MUL-A6', 'selection', 'FFA', 'A6', 'MUL', 'PROPOSED', now(), gen_random_uuid(),
                                'ILO', now(), now(), 0)""").update();
        jdbc.sql("insert into tandem.case_country values ('FFA-MUL-A6', 'BEN'), ('FFA-MUL-A6', 'TGO')")
                .update();
        jdbc.sql("insert into tandem.case_area values ('FFA-MUL-A6', 'A6')").update();
        try {
            Caller observer = Caller.of(http, "observer");
            for (String country : new String[] {"BEN", "TGO"}) {
                JsonNode found = observer.get("/api/selection/cases?area=FFA-A6&country=" + country)
                        .getBody();
                assertThat(found.at("/rows").findValuesAsText("id")).containsExactly("FFA-MUL-A6");
                assertThat(found.at("/total").asInt()).isEqualTo(1);
            }
            assertThat(Visitor.signedIn(port, "observer", "tandem")
                            .get("/selection?country=TGO")
                            .body())
                    .contains("FFA-MUL-A6");
        } finally {
            jdbc.sql("delete from tandem.case_country where case_id = 'FFA-MUL-A6'")
                    .update();
            jdbc.sql("delete from tandem.case_area where case_id = 'FFA-MUL-A6'")
                    .update();
            jdbc.sql("delete from tandem.case_file where id = 'FFA-MUL-A6'").update();
        }
    }

    /** B12: it went by the codes, Cambodia after Kenya, and in French by code point, Éthiopie after Zambie. */
    @Test
    void sortsCountriesByTheirNamesAsTheReadersLanguageDoes() {
        Caller undp = Caller.of(http, "fp.undp.a3");
        for (String country : new String[] {"KEN", "ETH", "ZMB"}) {
            undp.nominate(country, "A3");
        }
        Visitor observer = Visitor.signedIn(port, "observer", "tandem");

        String english = observer.get("/selection?sort=country&lang=en").body();
        assertThat(english.indexOf("FFA-KHM-A3")).isPositive().isLessThan(english.indexOf("FFA-KEN-A3"));
        String french = observer.get("/selection?sort=country&lang=fr").body();
        assertThat(french.indexOf("FFA-ETH-A3")).isPositive().isLessThan(french.indexOf("FFA-KEN-A3"));
        assertThat(french.indexOf("FFA-KEN-A3")).isLessThan(french.indexOf("FFA-ZMB-A3"));
        observer.get("/selection?lang=en");
    }

    @Test
    void offersOnlyWhatOccurs() {
        String page = Visitor.signedIn(port, "observer", "tandem")
                .get("/selection?state=PROPOSED&area=FFA-A1")
                .body();

        assertThat(page).contains("value=\"PROPOSED\" selected").doesNotContain("value=\"ALB\"", "value=\"VETTED\"");
        assertThat(Visitor.signedIn(port, "observer", "tandem")
                        .get("/selection")
                        .body())
                .contains("value=\"KHM\"")
                .doesNotContain("value=\"ALB\"");
    }

    @Test
    void givesMachinesWindowsAndPages() {
        Caller observer = Caller.of(http, "observer");
        JsonNode all = observer.get("/api/selection/cases?area=A3").getBody();
        assertThat(all.at("/rows/0/id").asText())
                .isLessThan(all.at("/rows/1/id").asText());
        assertThat(all.at("/rows/0").has("nominatedBy")).isTrue();
        assertThat(all.at("/rows/0").has("country_name")).isFalse();

        JsonNode after = observer.get("/api/selection/cases?area=FFA-A3&after=FFA-KHM-A3")
                .getBody();
        assertThat(after.toString()).contains("FFA-PHL-A3").doesNotContain("FFA-KHM-A3");
        assertThat(observer.get("/api/selection/cases?sort=priority&page=7")
                        .getBody()
                        .at("/rows"))
                .isEmpty();
    }

    @Test
    void keepsAViewOfAnyRegisterForOnePerson() {
        Visitor observer = Visitor.signedIn(port, "observer", "tandem");
        observer.get("/selection");
        HttpResponse<String> saved = observer.post(
                "/views", "address", "/selection", "name", " To  watch ", "query", "country=KHM&page=3&nonsense=1");

        assertThat(Visitor.location(saved)).isEqualTo("/selection?country=KHM");
        assertThat(observer.get("/selection?country=KHM").body())
                .contains("To watch", "href=\"/selection?country=KHM\"")
                .contains("The view “To watch” has been saved.");
        assertThat(observer.get("/support").body()).doesNotContain("To watch");
        assertThat(observer.get("/inbox").body()).doesNotContain("To watch");
        JsonNode mine = Caller.of(http, "observer").get("/api/views").getBody();
        assertThat(mine.findValuesAsText("address")).containsExactly("/selection");
        assertThat(Caller.of(http, "fp.ilo.a3").get("/api/views").getBody()).isEmpty();

        HttpResponse<String> nowhere =
                observer.post("/views", "address", "https://evil.example", "name", "x", "query", "");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(observer.post("/views", "address", "/selection", "name", " ", "query", "")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> gone = observer.post("/views/" + mine.at("/0/id").asText() + "/delete");
        assertThat(Visitor.location(gone)).isEqualTo("/selection");
        assertThat(Caller.of(http, "observer").get("/api/views").getBody()).isEmpty();
    }

    @Test
    void showsAnAgencyOutsideTheFrameworkNothing() {
        assertThat(Visitor.signedIn(port, "coord.unhcr", "tandem")
                        .get("/selection")
                        .body())
                .doesNotContain("FFA-KHM-A3");
    }

    @Test
    void letsACoordinatorPauseAndLiftAndNobodyElse() {
        Visitor coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        assertThat(coordinator.get("/cases/FFA-PHL-A3").body()).contains("Pause this country");
        coordinator.get("/selection/FFA-PHL-A3/suspend");

        HttpResponse<String> noReason = coordinator.post("/selection/FFA-PHL-A3/suspension", "reason", " ");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("reason-error");

        HttpResponse<String> paused =
                coordinator.post("/selection/FFA-PHL-A3/suspension", "reason", "Elections next month");
        assertThat(Visitor.location(paused)).isEqualTo("/cases/FFA-PHL-A3");
        assertThat(coordinator.get("/cases/FFA-PHL-A3").body()).contains("Elections next month", "Lift the pause");
        assertThat(coordinator
                        .post("/selection/FFA-PHL-A3/suspension", "reason", "Twice")
                        .statusCode())
                .isEqualTo(409);

        Visitor otherSide = Visitor.signedIn(port, "coord.ilo", "tandem");
        assertThat(otherSide.get("/cases/FFA-PHL-A3").body()).doesNotContain("Lift the pause");
        HttpResponse<String> refused = otherSide.post("/selection/FFA-PHL-A3/suspension/lift");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, "fp.undp.a3", "tandem")
                        .get("/selection/FFA-PHL-A3/suspend")
                        .statusCode())
                .isEqualTo(403);

        assertThat(Visitor.location(coordinator.post("/selection/FFA-PHL-A3/suspension/lift")))
                .isEqualTo("/cases/FFA-PHL-A3");
    }

    @Test
    void letsACoordinatorAskForTheWithdrawalOnce() {
        Visitor coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        coordinator.get("/selection/FFA-KHM-A3/withdraw");

        HttpResponse<String> asked =
                coordinator.post("/selection/FFA-KHM-A3/withdrawal", "reason", "No funds in sight");
        assertThat(Visitor.location(asked)).isEqualTo("/cases/FFA-KHM-A3");
        HttpResponse<String> again = coordinator.post("/selection/FFA-KHM-A3/withdrawal", "reason", "Again");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("has asked for the withdrawal already", "Again");
    }
}
