package org.tandem.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Is a joint programme found wherever somebody looks for it, and started from where the idea comes? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class ProgrammePagesTests {

    private static final String NO_COUNTRY = "name=\"country\" value=\"\"";

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void isStartedFromThePageOfItsCountry() {
        String selection = roads.vetted();
        String country = selection.split("-")[1];
        Visitor office = visitor("co.undp." + country.toLowerCase(java.util.Locale.ROOT));
        String address = "/programmes/start?area=FFA-A3&amp;country=" + country;
        assertThat(office.get("/cases/" + selection).body()).contains(address);
        assertThat(visitor("observer").get("/cases/" + selection).body()).doesNotContain("/programmes/start");

        String form = office.get(address.replace("&amp;", "&")).body();
        assertThat(form).contains("value=\"FFA-A3\" selected=\"selected\"").doesNotContain(NO_COUNTRY);
        String next = Visitor.location(
                office.post("/programmes/start", "title", "Floors for all", "area", "FFA-A3", "country", country));
        assertThat(next).isEqualTo("/cases/" + selection + "-P1");
        assertThat(office.get("/cases/" + selection).body()).contains("Floors for all", next);
        assertThat(office.get("/countries/" + country).body()).contains(next);
        assertThat(office.get(next).body()).contains("Floors for all", "Country selected", "Join the drafting");
    }

    @Test
    void isStartedFromAFindingAndSaysSo() {
        Visitor office = visitor("co.ilo.irq");
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(office.get("/assessments/SEIA-IRQ").body());
        assertThat(version.find()).isTrue();
        HttpResponse<String> saved = office.post(
                "/assessments/SEIA-IRQ",
                "state",
                "DONE",
                "findings",
                "Home-based work has doubled",
                "version",
                version.group(1));
        assertThat(saved.statusCode())
                .as(saved.body().replaceAll("(?s).*<main", ""))
                .isEqualTo(302);
        assertThat(office.get("/assessments/SEIA-IRQ").body())
                .contains("Home-based work has doubled", "/programmes/start?assessment=SEIA-IRQ");

        assertThat(office.get("/programmes/start?assessment=SEIA-IRQ").body())
                .contains("value=\"SEIA-IRQ\" selected=\"selected\"", "name=\"country\" value=\"Iraq\"");
        String next = Visitor.location(office.post(
                "/programmes/start",
                "title",
                "Work from home",
                "area",
                "FFA-A2",
                "country",
                "IRQ",
                "assessment",
                "SEIA-IRQ"));
        assertThat(office.get(next.replace("/cases/", "/proposal/")).body()).contains("/assessments/SEIA-IRQ");
    }

    @Test
    void needsAReasonInAnAreaThatIsNotUsualForProposals() {
        String country = roads.inArea("A5").freshCountry();
        Visitor office = visitor("co.undp." + country.toLowerCase(java.util.Locale.ROOT));
        String form = office.get("/programmes/start?country=" + country).body();
        assertThat(form).contains("data-shown-when=\"area=FFA-A1|FFA-A5|FFA-A6|FFA-A7\"");
        assertThat(List.of("FFA-A2", "FFA-A3", "FFA-A4", "FFA-A1", "FFA-A5", "FFA-A6", "FFA-A7"))
                .extracting(area -> form.indexOf("<option value=\"" + area))
                .isSorted()
                .doesNotContain(-1);

        Map<String, String> wanted =
                new HashMap<>(Map.of("title", "Equal pay", "area", "FFA-A5", "country", country, "areaReason", "  "));
        ResponseEntity<JsonNode> refused = roads.as(office.name()).post("/api/programmes", wanted);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().findValuesAsText("field")).containsOnly("areaReason");
        wanted.put("areaReason", "The ministry asked for equal pay first");
        String id = roads.as(office.name())
                .post("/api/programmes", wanted)
                .getBody()
                .at("/id")
                .asText();

        assertThat(roads.details(id).at("/sections/programme/areaReason").asText())
                .isEqualTo("The ministry asked for equal pay first");
        assertThat(roads.history(id)).contains("programme.history.unusualArea");
        assertThat(visitor("observer").get("/cases/" + id).body())
                .containsOnlyOnce("Why this area")
                .contains("The ministry asked for equal pay first");
    }

    /** It stood in the history alone before it had a place of its own. */
    @Test
    void findsTheReasonOfProgrammesBegunEarlier() throws IOException {
        String country = roads.inArea("A5").freshCountry();
        Map<String, String> wanted =
                Map.of("title", "Equal pay", "area", "FFA-A5", "country", country, "areaReason", "Asked for twice");
        String id = roads.as("fp.undp.a5")
                .post("/api/programmes", wanted)
                .getBody()
                .at("/id")
                .asText();
        jdbc.sql("update tandem.proposal set area_reason = null where case_id = ?")
                .param(id)
                .update();
        String migration = new ClassPathResource(
                        "db/migration/proposal/V2026120101000001__reasons_of_unusual_areas.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        jdbc.sql(migration.substring(migration.indexOf("update"))).update();

        assertThat(roads.details(id).at("/sections/programme/areaReason").asText())
                .isEqualTo("Asked for twice");
    }

    @Test
    void keepsNoReasonWhereTheAreaIsUsual() {
        String country = roads.freshCountry();
        String id = roads.as("fp.undp.a3")
                .post(
                        "/api/programmes",
                        Map.of("title", "Floors", "area", "FFA-A3", "country", country, "areaReason", "None needed"))
                .getBody()
                .at("/id")
                .asText();

        assertThat(roads.history(id)).containsExactly("programme.history.started");
        assertThat(visitor("observer").get("/cases/" + id).body()).doesNotContain("None needed", "Why this area");
        assertThat(visitor("fp.aqua.s1").get("/programmes/start").body())
                .contains("name=\"area\"")
                .doesNotContain("areaReason");
    }

    @Test
    void isListedCountedAndFound() {
        String id = roads.drafting();
        String country = id.split("-")[1];

        assertThat(visitor("observer")
                        .get("/programmes?state=DRAFTING&country=" + country)
                        .body())
                .contains("Together in " + country, "UNDP", "1 joint programme");
        assertThat(visitor("observer")
                        .get("/programmes?state=READY&country=" + country)
                        .body())
                .doesNotContain("Together in " + country);
        JsonNode listed = roads.as("observer")
                .get("/api/programmes?country=" + country)
                .getBody()
                .at("/programmes/0");
        assertThat(listed.at("/id").asText()).isEqualTo(id);
        assertThat(listed.at("/convening").asText()).isEqualTo("UNDP");
        assertThat(roads.as("coord.unhcr")
                        .get("/api/programmes?country=" + country)
                        .getBody()
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(visitor("observer").get("/search?q=Together+" + country).body())
                .contains(id);
    }

    @Test
    void isCountedByItsState() {
        String id = roads.drafting();
        long drafting = number("DRAFTING");
        assertThat(roads.as("observer")
                        .get("/api/dashboard/list?figure=F3&framework=FFA&state=DRAFTING")
                        .getBody()
                        .at("/total")
                        .asLong())
                .isEqualTo(drafting);
        roads.does(id, "draftProposal", null, Map.of());

        assertThat(number("DRAFTING")).isEqualTo(drafting - 1);
        assertThat(visitor("observer").get("/dashboard?framework=FFA").body()).contains("Joint programmes per state");
    }

    @Test
    void speaksFrench() {
        String id = roads.drafting();
        Visitor reader = visitor("observer");
        reader.get("/cases/" + id);
        reader.post("/language", "language", "fr", "back", "/cases/" + id);
        try {
            assertThat(reader.get("/cases/" + id).body())
                    .contains("Programme conjoint", "Rédiger la proposition", "S’est joint à la rédaction");
            assertThat(reader.get("/proposal/" + id).body())
                    .contains("Proposition conjointe", "Aucun fonds choisi", "Organismes participants");
            assertThat(reader.get("/programmes").body()).contains("Programmes conjoints", "Organisme chef de file");
        } finally {
            reader.post("/language", "language", "en", "back", "/");
        }
    }

    private long number(String state) {
        var figures = roads.as("observer").get("/api/dashboard/figures?framework=FFA");
        assertThat(figures.getStatusCode()).isEqualTo(HttpStatus.OK);
        return figures.getBody()
                .findValue("F3")
                .at("/states/" + state + "/number")
                .asLong();
    }

    private Visitor visitor(String name) {
        return Visitor.of(port, name);
    }
}
