package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.web.Translator;

/** Is every case shown, found and listed by what it is about, be it one country and area, several, or none? */
@ProcessTest
class AboutCasesTests {

    private static final String READER = "fp.undp.a3";

    @Autowired
    Cases cases;

    @Autowired
    CaseDocuments documents;

    @Autowired
    CaseTitles titles;

    @Autowired
    Translator translator;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roads roads;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final List<CaseId> opened = new ArrayList<>();
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = Visitor.signedIn(port, READER, "tandem");
    }

    @AfterEach
    void takeAway() {
        InventedCases.takeAway(jdbc, opened);
    }

    @Test
    void isOneCountryAndOneAreaInTheVersionOfToday() {
        CaseView view = view(open(CaseSubject.of("FFA", "TON", "A3")));

        assertThat(view.countries()).containsExactly("TON");
        assertThat(view.areas()).containsExactly("A3");
        assertThat(view.country()).isEqualTo("TON");
        assertThat(view.areaKey()).isEqualTo("FFA-A3");
        assertThat(view.title()).isNull();
        assertThat(view.fund()).isNull();
        assertThat(view.version()).isZero();
        assertThat(view.frameworkVersion())
                .isEqualTo(frameworks.byShortCode("FFA").map(Framework::version).orElseThrow());
        assertThat(heading(view)).isEqualTo("Tonga – " + area("A3"));
    }

    @Test
    void isSeveralCountriesAndAreasWithATitleAndAFund() {
        CaseView view = view(open(about("Wages on the islands", List.of("TON", "FJI"), List.of("A3", "A1"), "MPTF")));

        assertThat(view.id()).startsWith("FFA-MUL-MUL");
        assertThat(view.countries()).containsExactly("FJI", "TON");
        assertThat(view.areas()).containsExactly("A1", "A3");
        assertThat(view.country()).isEqualTo("MUL");
        assertThat(view.areaKey()).isEqualTo("FFA-MUL");
        assertThat(view.fund()).isEqualTo("MPTF");
        assertThat(heading(view)).isEqualTo("Wages on the islands");
        JsonNode file = roads.file(view.id());
        assertThat(file.at("/title").asText()).isEqualTo("Wages on the islands");
        assertThat(file.at("/countries")).hasSize(2);
    }

    @Test
    void isCalledByItsCountriesAndAreasWithoutATitle() {
        assertThat(heading(view(open(about(null, List.of("TON", "FJI"), List.of(), null)))))
                .isEqualTo("Fiji, Tonga – All areas");
        assertThat(heading(view(open(about(null, List.of(), List.of("A3"), null)))))
                .isEqualTo("All countries – " + area("A3"));
        assertThat(heading(view(open(about(null, List.of("TON", "FJI", "KIR", "TUV"), List.of("A1", "A3"), null)))))
                .isEqualTo("4 countries – " + area("A1") + ", " + area("A3"));
    }

    @Test
    void isSaidInWordsWhereThereIsRoomForOne() {
        assertThat(titles.inShort("FFA", "TON", "A3")).isEqualTo("Tonga, area 3");
        assertThat(titles.inShort("FFA", "MUL", "A3")).isEqualTo("Several countries, area 3");
        assertThat(titles.inShort("FFA", "ALL", "MUL")).isEqualTo("All countries, Several areas");
        assertThat(translator.say(
                        "cases.countryAndArea", MessageArgument.country("MUL"), MessageArgument.area("FFA-ALL")))
                .isEqualTo("Several countries – All areas");
    }

    @Test
    void keepsTheRegionsOfAllItsCountriesForEachAgency() {
        CaseId id = open(about(null, List.of("TON", "FJI", "KEN"), List.of("A3"), null));

        Set<String> regions = jdbc.sql("select region from tandem.case_region where case_id = ? and agency = 'ILO'")
                .param(id.value())
                .query(String.class)
                .set();
        assertThat(regions).hasSize(2);
    }

    @Test
    void isListedOnThePageOfEachOfItsCountries() {
        CaseId id = open(about(null, List.of("TON", "FJI"), List.of("A3"), null));

        assertThat(visitor.get("/countries/TON").body()).contains(id.value());
        assertThat(visitor.get("/countries/FJI").body()).contains(id.value());
        assertThat(visitor.get("/countries/KIR").body()).doesNotContain(id.value());
    }

    @Test
    void isInARegisterOfEachOfItsCountriesAndAreas() {
        CaseId id = open(about(null, List.of("TON", "FJI"), List.of("A3", "A1"), null));
        jdbc.sql("update tandem.case_file set kind = 'selection' where id = ?")
                .param(id.value())
                .update();

        assertThat(selected("country=FJI")).contains(id.value());
        assertThat(selected("country=KIR")).doesNotContain(id.value());
        assertThat(selected("area=FFA-A3")).contains(id.value());
        assertThat(selected("area=A1")).contains(id.value());
        assertThat(selected("area=FFA-A2")).doesNotContain(id.value());
        assertThat(selected("area=JAP-A3")).doesNotContain(id.value());
        assertThat(visitor.get("/selection").body()).contains("value=\"FJI\"");
    }

    @Test
    void isFoundByItsTitleAndByEachOfItsCountriesInEveryLanguage() {
        CaseId id = open(about("Quorlwages", List.of("PNG", "FJI"), List.of("A3"), null));

        for (String words :
                List.of("quorlwages", "quorlwages Fiji", "quorlwages Fidji", "quorlwages Papua Nueva Guinea")) {
            assertThat(jdbc.sql("select key from tandem.search_document"
                                    + " where all_words @@ tandem.search_query(:words, true)")
                            .param("words", words)
                            .query(String.class)
                            .list())
                    .as(words)
                    .containsExactly(id.value());
        }
    }

    @Test
    void isDescribedTheSameWhenAllCasesAreDescribed() {
        CaseId id = open(about(null, List.of("TON", "FJI"), List.of("A1", "A3"), null));
        List<String> titles = new ArrayList<>();

        documents.describeAll(document -> {
            if (document.key().equals(id.value())) {
                titles.add(document.titles().get("en"));
            }
        });

        assertThat(titles).containsExactly("Fiji, Tonga – " + area("A1") + ", " + area("A3"));
    }

    private static CaseSubject about(
            @Nullable String title, List<String> countries, List<String> areas, @Nullable String fund) {
        return new CaseSubject(title, "FFA", countries, areas, fund);
    }

    private CaseId open(CaseSubject subject) {
        CaseId id = InventedCases.open(cases, transaction, subject, null);
        opened.add(id);
        return id;
    }

    private CaseView view(CaseId id) {
        return cases.find(id).orElseThrow();
    }

    private String area(String code) {
        return frameworks.areaByKey("FFA-" + code).orElseThrow().title();
    }

    private List<String> selected(String filter) {
        return roads.as(READER).get("/api/selection/cases?" + filter).getBody().findValuesAsText("id");
    }

    private String heading(CaseView view) {
        String page = visitor.get("/cases/" + view.id()).body();
        int from = page.indexOf('>', page.indexOf("<h1")) + 1;
        String heading = page.substring(from, page.indexOf("</h1>", from)).strip();
        assertThat(page).contains("<title>" + view.id() + " – " + heading);
        return heading;
    }
}
