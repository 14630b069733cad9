package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tandem.TandemTest;

@TandemTest("tandem.demo=true")
class ReferenceBrowsingTests {

    private static final int BUDGET = 120 * 1024;

    @Autowired
    TestRestTemplate browser;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries",
                "/countries/SOM",
                "/countries/LAO",
                "/countries/CYP",
                "/frameworks",
                "/frameworks?q=social",
                "/frameworks/FFA",
                "/frameworks/JAP",
                "/frameworks/DCS",
                "/frameworks/UNREFORM",
                "/collaborations",
                "/collaborations?country=VNM",
                "/assessments",
                "/assessments?framework=UNREFORM&state=DONE",
                "/assessments/SEIA-ECU",
                "/funds",
                "/funds?q=sdg",
                "/funds/COV00",
                "/funds/IPS00",
                "/funds/PB000",
                "/funds/COUNTRY",
                "/funds/BILATERAL",
                "/calls",
                "/calls?fund=IPS00&state=UNKNOWN",
                "/calls/COV-2",
                "/calls/MIG-1",
                "/markers",
                "/markers?q=travail"
            })
    void everyPageOpensInBothLanguagesAndIsLight(String path) throws IOException {
        for (String language : List.of("en", "fr")) {
            ResponseEntity<String> page = get("observer", path, language);

            assertThat(page.getStatusCode()).as(path).isEqualTo(HttpStatus.OK);
            assertThat(page.getBody())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .contains("<main>")
                    .doesNotContain("??")
                    .doesNotContain("${")
                    .doesNotContain("Nothing matches")
                    .doesNotContain("Aucun résultat");
            assertThat(compressed(page.getBody())).as(path).isLessThan(BUDGET);
        }
    }

    @Test
    void whoElseTakesPartIsSaidInTheReadersLanguage() {
        assertThat(get("observer", "/collaborations", "fr").getBody())
                .contains("PNUD, OIT, autres organismes", "PAM", "HCR, Banque mondiale")
                .doesNotContain("other agencies", "other partners");
        assertThat(get("observer", "/assessments?q=workers", "fr").getBody())
                .contains("OIT, ONU et autres organismes")
                .doesNotContain("UN and other agencies");
        assertThat(get("observer", "/assessments?q=workers", "en").getBody()).contains("ILO, UN and other agencies");
    }

    @ParameterizedTest
    @CsvSource({"q=ivoire cote, CIV", "region=UNDP:RBAS&fragile=true, Somalia", "ldc=true&lldc=true&q=lao, Lao People"})
    void countriesAreFoundBySearchAndFilter(String query, String name) {
        assertThat(body(get("observer", "/countries?" + query, "en"))).contains(name);
        assertThat(body(get("observer", "/countries?" + query, "en"))).doesNotContain("Germany");
    }

    @Test
    void aLongListHasPagesThatKeepTheFilter() {
        assertThat(body(get("observer", "/countries", "en")))
                .contains("1 to 50 of 208")
                .contains("page=2");
        assertThat(body(get("observer", "/countries?page=5&lldc=false", "en")))
                .contains("201 to 208 of 208")
                .contains("lldc=false&amp;lang=en&amp;page=4");
        assertThat(body(get("observer", "/countries?page=99", "en"))).contains("201 to 208 of 208");
        assertThat(body(get("observer", "/countries?q=atlantis", "en"))).contains("Nothing matches");
    }

    @Test
    void somaliaIsShownWithEachAgencysRegion() {
        assertThat(body(get("observer", "/countries/som", "en")))
                .contains("Arab States")
                .contains("<code>RBAS</code>")
                .contains("<code>AFRICA</code>")
                .contains("<code>EASTERN_AND_SOUTHERN_AFRICA</code>");
        assertThat(body(get("observer", "/countries/LAO", "en"))).contains("Not verified");
    }

    @Test
    void defaultsAndDoubtsAreSaid() {
        assertThat(body(get("observer", "/frameworks/FFA", "en")))
                .contains("No ceiling set")
                .contains("O-01")
                .doesNotContain("Save the ceiling");
        assertThat(body(get("coord.ilo", "/frameworks/FFA", "en"))).contains("Save the ceiling");
        assertThat(body(get("observer", "/funds/COV00", "en"))).contains("Not verified");
        assertThat(body(get("observer", "/funds/COVID19-MPTF", "en"))).contains("COV00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/countries/XYZ",
                "/frameworks/NOPE",
                "/funds/NOPE",
                "/assessments/NOPE",
                "/api/countries/XYZ",
                "/api/frameworks/NOPE",
                "/api/funds/NOPE",
                "/api/assessments/NOPE"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get("observer", path, "en").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void machinesReadTheSame() {
        assertThat(body(get("observer", "/api/countries?size=500", "en"))).contains("\"total\":208");
        assertThat(body(get("observer", "/api/countries/SOM", "en")))
                .contains("{\"agency\":\"UNDP\",\"region\":\"RBAS\",\"present\":true")
                .contains("{\"agency\":\"ILO\",\"region\":\"AFRICA\",\"present\":true");
        assertThat(body(get("observer", "/api/frameworks", "en")))
                .contains("\"shortCode\":\"FFA\"")
                .contains("\"actions\":31,\"indicators\":26");
        assertThat(body(get("observer", "/api/frameworks/FFA", "en"))).contains("\"countries\":null,\"version\":0");
        assertThat(body(get("observer", "/api/funds", "en"))).contains("\"code\":\"COV00\"");
        assertThat(body(get("observer", "/api/markers", "en"))).contains("\"GEM2\"");
        assertThat(body(get("observer", "/api/collaborations?country=VNM", "en")))
                .contains("\"code\":\"COL-1\"");
        assertThat(body(get("observer", "/api/assessments?framework=FFA", "en")))
                .contains("\"total\":7");
    }

    @Test
    void officesMarkTheirAssessmentsAsDone() {
        for (String country : List.of("JOR", "LBN", "IRQ")) {
            String office = "co.ilo." + country.toLowerCase(java.util.Locale.ROOT);
            ResponseEntity<String> done = patch(
                    office,
                    "/api/assessments/SEIA-" + country,
                    Map.of("state", "DONE", "findings", "Informal workers fared worst.", "version", 0));

            assertThat(done.getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(done.getBody()).contains("\"state\":\"DONE\"").contains("\"version\":1");
        }

        assertThat(body(get("observer", "/assessments", "en"))).contains("Done 3 of 7");
        assertThat(body(get("observer", "/assessments/SEIA-IRQ", "en")))
                .contains("Informal workers fared worst.")
                .contains("From “Under way” to “Done”");
        assertThat(patch("co.ilo.jor", "/api/assessments/SEIA-JOR", Map.of("state", "UNDER_WAY", "version", 0))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void onlyThoseConcernedRecordAnAssessment() {
        Map<String, Object> starting = Map.of("state", "UNDER_WAY", "version", 0);

        assertThat(patch("observer", "/api/assessments/SEIA-PER", starting).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(patch("co.ilo.vnm", "/api/assessments/SEIA-PER", starting).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(patch("fp.undp.a3", "/api/assessments/SEIA-YEM", Map.of("state", "DONE", "version", 0))
                        .getBody())
                .contains("findings");
        assertThat(patch("fp.undp.a3", "/api/assessments/SEIA-YEM", Map.of("state", "WHATEVER", "version", 0))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(patch("fp.undp.a3", "/api/assessments/SEIA-YEM", Map.of("state", "STARTING"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void coordinatorsSettleTheCeiling() {
        String path = "/api/frameworks/JAP/ceiling";

        assertThat(put("coord.undp", path, Map.of("ceiling", 5, "version", 0)).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(put("coord.unhcr", path, Map.of("ceiling", 5, "version", 0)).getBody())
                .contains("\"countries\":5,\"version\":1");
        assertThat(put("admin", path, Map.of("ceiling", 6, "version", 0)).getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(put("admin", path, Map.of("ceiling", 0, "version", 1)).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(put("admin", "/api/frameworks/DCS/ceiling", Map.of("ceiling", 5, "version", 0))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(body(get("observer", "/frameworks/JAP", "en"))).contains("At most 5 countries");
    }

    private ResponseEntity<String> get(String person, String path, String language) {
        return send(person, HttpMethod.GET, path, language, null);
    }

    private ResponseEntity<String> patch(String person, String path, Map<String, Object> body) {
        return send(person, HttpMethod.PATCH, path, "en", body);
    }

    private ResponseEntity<String> put(String person, String path, Map<String, Object> body) {
        return send(person, HttpMethod.PUT, path, "en", body);
    }

    private ResponseEntity<String> send(
            String person, HttpMethod method, String path, String language, Map<String, Object> body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBasicAuth(person, "tandem");
        if (body != null) {
            headers.setContentType(MediaType.APPLICATION_JSON);
        }
        String joined = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        return browser.exchange(joined, method, new HttpEntity<>(body, headers), String.class);
    }

    private static String body(ResponseEntity<String> answer) {
        return answer.getBody() == null ? "" : answer.getBody();
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
