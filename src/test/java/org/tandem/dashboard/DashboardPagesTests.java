package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.tandem.Roads;
import org.tandem.Visitor;

/** The overview and its lists, as people see them. */
@DashboardTest
class DashboardPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    EmptyHouse house;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void threeCountries() {
        house.sweep();
        roads.inVetting("VNM", "A3");
        roads.nominated("WSM", "A3");
        roads.nominated("SOM", "A7");
    }

    @Test
    void showsTheFiguresAndLeadsToTheListBehindEach() {
        Visitor coordinator = visitor("coord.undp");
        String page = coordinator.get("/dashboard").body();

        assertThat(page)
                .contains("As of ", "Countries per selection state", "Open divergences per level", "What is counted")
                .contains("/dashboard/list?figure=F1&amp;framework=FFA&amp;state=PROPOSED")
                .contains("UNDP Regional Director for Asia")
                .doesNotContain("??", "style=");
        String list = coordinator
                .get("/dashboard/list?figure=F1&framework=FFA&state=PROPOSED")
                .body();
        assertThat(list)
                .contains("2 countries", "Samoa", "Somalia", "FFA-SOM-A7")
                .doesNotContain("FFA-VNM-A3");
        assertThat(coordinator
                        .get("/dashboard/list?figure=F6&role=regional-director")
                        .body())
                .contains("2 open tasks", "FFA-VNM-A3");
        assertThat(coordinator.get("/dashboard").body()).contains("aria-current=\"page\"");
    }

    @Test
    void countsTheRegionsOfEachPartyBesideEachOther() {
        String page = visitor("coord.undp").get("/dashboard").body();
        String regions = page.substring(page.indexOf("id=\"regions\""), page.indexOf("id=\"waits\""));

        assertThat(regions.split("<caption>")).hasSize(3);
        assertThat(regions)
                .containsPattern("region=UNDP:RBAP\">2<")
                .containsPattern("region=UNDP:RBAS\">1<")
                .containsPattern("region=ILO:AFRICA\">1<")
                .containsPattern("region=ILO:ASIA_PACIFIC&amp;state=IN_VETTING\">1<");
    }

    @Test
    void speaksFrench() {
        Visitor coordinator = visitor("coord.ilo");
        coordinator.get("/dashboard");
        String page = coordinator
                .follow(coordinator.post("/language", "language", "fr", "back", "/dashboard"))
                .body();
        coordinator.post("/language", "language", "en", "back", "/dashboard");

        assertThat(page)
                .contains("Tableau de bord", "Pays par état de sélection")
                .doesNotContain("??");
    }

    @Test
    void narrowsByAreaRegionAndFlag() {
        Visitor coordinator = visitor("coord.undp");

        assertThat(coordinator
                        .get("/dashboard?region=UNDP:RBAS&region=ILO:AFRICA")
                        .body())
                .contains("figure=F1&amp;framework=FFA&amp;region=UNDP:RBAS&amp;region=ILO:AFRICA&amp;state=PROPOSED");
        assertThat(coordinator.get("/dashboard?area=FFA-A3").body()).contains("Cases per selection state");
        assertThat(coordinator.get("/dashboard?area=FFA-*&flag=ldc&region=").statusCode())
                .isEqualTo(200);
        for (String wrong :
                List.of("area=FFA-A99", "region=ILO:MOON", "region=ILO", "flag=rich", "framework=FFA&area=JAP-G1")) {
            assertThat(coordinator.get("/dashboard?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (String wrong :
                List.of("figure=F99", "state=LOST", "level=MOON", "role=king", "due=never", "age=1", "holder=nobody")) {
            assertThat(coordinator.get("/dashboard/list?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(422);
        }
        assertThat(coordinator
                        .get("/dashboard/list?figure=F6&page=99&task=%00x")
                        .statusCode())
                .isEqualTo(200);
        assertThat(coordinator.get("/dashboard?framework=NONE").statusCode()).isEqualTo(404);
    }

    @Test
    void showsOnlyFrameworksTheReaderMayRead() {
        Visitor unhcr = visitor("coord.unhcr");
        assertThat(unhcr.get("/dashboard").body()).contains("JAP").doesNotContain("FFA");
        assertThat(unhcr.get("/dashboard/list").body())
                .contains("Nothing is counted here")
                .doesNotContain("FFA-");
        assertThat(unhcr.get("/dashboard?framework=FFA").statusCode()).isEqualTo(404);
        assertThat(unhcr.get("/dashboard/list?area=FFA-A3").statusCode()).isEqualTo(404);

        Visitor outside = visitor("fund.cov00");
        String page = outside.get("/dashboard").body();
        assertThat(page).contains("nothing for you to see here").doesNotContain("FFA");
        assertThat(outside.get("/inbox").body()).doesNotContain("href=\"/dashboard\"");
        assertThat(roads.as("fund.cov00")
                        .get("/api/dashboard/figures")
                        .getBody()
                        .get("frameworks"))
                .isEmpty();
    }

    @Test
    void offersANudgeToCoordinatorsAndSaysThatItWasGiven() {
        Visitor coordinator = visitor("coord.undp");
        String task = roads.open("FFA-WSM-A3", "agreeNomination", "ILO").id();
        String list = "/dashboard/list?figure=waits&holder=focal-point:ILO:FFA-A3";
        assertThat(coordinator.get(list).body()).contains("/tasks/" + task + "/nudge");
        assertThat(visitor("fp.undp.a3").get(list).body()).doesNotContain("/nudge");

        HttpResponse<String> nudged = coordinator.post("/tasks/" + task + "/nudge", "back", list + "#task-" + task);
        assertThat(Visitor.location(nudged)).startsWith(list);
        assertThat(coordinator.follow(nudged).body())
                .contains("have been asked to look at", "nudged just now")
                .doesNotContain("/tasks/" + task + "/nudge");
        assertThat(coordinator.post("/tasks/" + task + "/nudge").statusCode()).isEqualTo(409);
        assertThat(Visitor.location(coordinator.post(
                        "/tasks/"
                                + roads.open("FFA-SOM-A7", "agreeNomination", "ILO")
                                        .id() + "/nudge",
                        "back",
                        "//elsewhere.example")))
                .isEqualTo("/dashboard");
        assertThat(visitor("fp.ilo.a3").get("/inbox/changes").body()).contains("asks you to look at");
        assertThat(coordinator.get("/cases/FFA-WSM-A3").body()).contains("Nudged the ILO focal points");
    }

    @Test
    void writesEveryListAsAFile() {
        Visitor coordinator = visitor("coord.undp");

        assertThat(file(coordinator, "/dashboard/list.csv?figure=F1&framework=FFA"))
                .hasSize(4)
                .anySatisfy(line ->
                        assertThat(line).startsWith("FFA-SOM-A7,FFA,A7,").contains(",PROPOSED,Proposed,"));
        assertThat(file(coordinator, "/dashboard/list.csv?figure=F6&role=focal-point"))
                .hasSize(3);
        assertThat(file(coordinator, "/dashboard/list.csv?figure=F5")).hasSize(1);
    }

    @Test
    void staysLight() throws IOException {
        int size = 0;
        Visitor coordinator = visitor("coord.undp");
        for (String path : List.of("/dashboard", "/css/tandem.css", "/css/dashboard.css", "/js/tandem.js")) {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(coordinator.get(path).body().getBytes(StandardCharsets.UTF_8));
            }
            size += zipped.size();
        }

        assertThat(size).isLessThan(40_000);
    }

    @Test
    void explainsTheFiguresInTheSameWordsAsTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/figures.md"));

        assertThat(List.of("F1", "F2", "F4", "F5", "F6", "F9", "again", "ageing"))
                .allSatisfy(figure -> assertThat(document)
                        .contains(messages.getMessage("dashboard.counted." + figure, null, Locale.ENGLISH)));
    }

    private Visitor visitor(String name) {
        return Visitor.signedIn(port, name, "tandem");
    }

    private static List<String> file(Visitor visitor, String path) {
        return new String(visitor.download(path), StandardCharsets.UTF_8)
                .strip()
                .lines()
                .toList();
    }
}
