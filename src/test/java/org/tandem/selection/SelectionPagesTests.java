package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
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
