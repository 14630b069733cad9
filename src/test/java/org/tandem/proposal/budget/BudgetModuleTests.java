package org.tandem.proposal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.LibreOffice;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.spreadsheet.SheetReader;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.Organisation;
import org.tandem.proposal.Proposals;
import org.tandem.proposal.SettledShares;

/** One budget, several people: in the browser without script, by file and by machine. */
@TandemTest("tandem.demo=true")
class BudgetModuleTests {

    private static final List<String> COUNTRIES = List.of(
            "VNM", "KHM", "LAO", "IDN", "PHL", "THA", "MYS", "BGD", "NPL", "LKA", "PAK", "MNG", "PNG", "FJI", "WSM",
            "TLS");
    private static final Map<String, Organisation> NAMES = RandomBudget.ORGANISATIONS.stream()
            .collect(Collectors.toMap(
                    code -> code, code -> new Organisation(code, code.equals("ORG3") ? "U*" : "The " + code, null)));
    private static final AtomicInteger USED = new AtomicInteger();

    @Autowired
    private TestRestTemplate http;

    @LocalServerPort
    private int port;

    @Autowired
    private BudgetCategories categories;

    @Autowired
    private Translator translator;

    @Autowired
    private BudgetReadiness readiness;

    @Autowired
    private Proposals proposals;

    @Autowired
    private FreezeProposal freeze;

    @Autowired
    private SettledShares settled;

    private Caller undp;
    private Caller ilo;
    private String id;
    private String page;

    @BeforeEach
    void draft() {
        undp = Caller.of(http, "fp.undp.a3");
        ilo = undp.as("fp.ilo.a3");
        String country = COUNTRIES.get(USED.getAndIncrement() % COUNTRIES.size());
        id = undp.post(
                        "/api/programmes",
                        Map.of("title", "Floors for " + country, "area", "FFA-A3", "country", country))
                .getBody()
                .at("/id")
                .asText();
        ilo.answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
        page = "/proposal/" + id + "/budget";
    }

    private ResponseEntity<JsonNode> write(Caller who, long revision, Object... fields) {
        Map<String, Object> cell = new LinkedHashMap<>(Map.of("revision", revision));
        for (int i = 0; i < fields.length; i += 2) {
            cell.put((String) fields[i], fields[i + 1]);
        }
        return who.http().exchange("/api" + page, HttpMethod.PATCH, new HttpEntity<>(cell), JsonNode.class);
    }

    private JsonNode now() {
        return undp.get("/api" + page).getBody();
    }

    private static String stored(JsonNode budget, String organisation, int category, int year, String source) {
        for (JsonNode row : budget.at("/rows")) {
            if (row.at("/organisation").asText().equals(organisation)
                    && row.at("/category").asInt() == category
                    && row.at("/year").asInt() == year) {
                return row.at("/" + source).asText();
            }
        }
        return "0.00";
    }

    @Test
    void twoPeopleInDifferentCellsAreNoConflict() {
        assertThat(write(undp, 0, "organisation", "UNDP", "category", 5, "year", 1, "requested", "100")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(write(ilo, 0, "organisation", "ILO", "category", 5, "year", 1, "requested", "50")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        JsonNode budget = now();
        assertThat(budget.at("/revision").asInt()).isEqualTo(2);
        assertThat(budget.at("/requested").asText()).isEqualTo("160.50");
        assertThat(stored(budget, "UNDP", 8, 1, "requested")).isEqualTo("7.00");
        assertThat(stored(budget, "ILO", 8, 1, "requested")).isEqualTo("3.50");
        assertThat(budget.at("/organisations/0/share")
                        .decimalValue()
                        .add(budget.at("/organisations/1/share").decimalValue()))
                .isEqualByComparingTo("100");
    }

    @Test
    void theSecondInOneCellIsToldBothFigures() {
        write(undp, 0, "organisation", "UNDP", "category", 5, "year", 1, "requested", "100");

        ResponseEntity<JsonNode> second =
                write(ilo, 0, "organisation", "UNDP", "category", 5, "year", 1, "requested", "300");

        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(second.getBody().at("/errors/0/field").asText()).isEqualTo("UNDP.5.1.REQUESTED");
        assertThat(second.getBody().at("/errors/0/detail").asText())
                .contains("100.00")
                .contains("300.00");
        assertThat(stored(now(), "UNDP", 5, 1, "requested")).isEqualTo("100.00");
        assertThat(write(ilo, 0, "organisation", "UNDP", "category", 5, "year", 1, "requested", "100")
                        .getStatusCode())
                .as("the same figure is none")
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void aBlockIsSavedWithoutScriptAndKeepsWhatWasTypedBesideWhatIsStored() {
        Visitor first = Visitor.of(port, "fp.undp.a3");
        Visitor second = Visitor.of(port, "fp.ilo.a3");
        first.get(page);
        second.get(page);
        String[] block = {"revision", "0", "source", "requested", "organisation", "UNDP", "UNDP.1.1.REQUESTED", "1,000"
        };
        assertThat(first.follow(first.post(page, block)).body())
                .contains("1,070.00")
                .contains("value=\"1,000.00\"");

        HttpResponse<String> told = second.post(
                page,
                "revision",
                "0",
                "source",
                "requested",
                "organisation",
                "UNDP",
                "UNDP.1.1.REQUESTED",
                "2000",
                "UNDP.2.1.REQUESTED",
                "30",
                "UNDP.3.1.REQUESTED",
                "");

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains("value=\"2000\"")
                .contains("value=\"30\"")
                .contains("Stored now: 1,000.00. You wrote: 2000.")
                .contains("name=\"revision\" value=\"1\"");
        assertThat(stored(now(), "UNDP", 1, 1, "requested")).isEqualTo("1000.00");
        assertThat(stored(now(), "UNDP", 2, 1, "requested")).isEqualTo("0.00");

        HttpResponse<String> again = second.post(
                page,
                "revision",
                "1",
                "source",
                "requested",
                "organisation",
                "UNDP",
                "UNDP.1.1.REQUESTED",
                "2000",
                "UNDP.2.1.REQUESTED",
                "30",
                "UNDP.3.1.REQUESTED",
                "");
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(now().at("/requested").asText()).isEqualTo("2172.10");
    }

    @Test
    void whatIsLeftAsItWasSeenDoesNotUndoWhatOthersWrote() {
        Visitor visitor = Visitor.of(port, "fp.undp.a3");
        visitor.get(page);
        write(ilo, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "5");

        HttpResponse<String> saved = visitor.post(
                page, "revision", "0", "source", "requested", "UNDP.1.1.REQUESTED", "", "UNDP.2.1.REQUESTED", "7");

        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stored(now(), "UNDP", 1, 1, "requested")).isEqualTo("5.00");
        assertThat(stored(now(), "UNDP", 2, 1, "requested")).isEqualTo("7.00");
    }

    @Test
    void saysEverythingThatDoesNotFitAndStoresNothing() {
        Visitor visitor = Visitor.of(port, "fp.undp.a3");
        visitor.get(page);

        HttpResponse<String> told = visitor.post(
                page,
                "revision",
                "0",
                "source",
                "requested",
                "UNDP.1.1.REQUESTED",
                "-5",
                "UNDP.1.2.REQUESTED",
                "10000000000",
                "UNDP.1.3.REQUESTED",
                "7");

        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body())
                .contains("id=\"UNDP.1.1.REQUESTED-error\"")
                .contains("id=\"UNDP.1.2.REQUESTED-error\"")
                .contains("value=\"-5\"")
                .contains("value=\"7\"");
        assertThat(now().at("/revision").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "10000000000", "1e300", "=1+1", "NaN"})
    void takesNoneOfTheseFromMachines(String amount) {
        Object rows = List.of(Map.of("organisation", "UNDP", "category", 1, "year", 1, "requested", amount));

        assertThat(write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "own", amount)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        ResponseEntity<JsonNode> replaced =
                undp.put("/api" + page, Map.of("revision", 0, "reopen", false, "rows", rows));
        assertThat(replaced.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(replaced.getBody().at("/field").asText()).isEqualTo("rows[0].requested");
        ResponseEntity<JsonNode> file = undp.upload(
                "/api" + page + "/import?replace=true",
                "file",
                "rows.csv",
                "organisation,category,year,requested\nUNDP,1,1,\"" + amount + "\"\n");
        assertThat(file.getBody().at("/replaced").asBoolean()).isFalse();
        assertThat(file.getBody().at("/problems/0/row").asInt()).isEqualTo(2);
        assertThat(now().at("/revision").asInt()).isZero();
    }

    @Test
    void takesNoMoreThanTwelveDigitsInAll() {
        List<Object> rows = new ArrayList<>();
        for (int category = 1; category <= 2; category++) {
            rows.add(Map.of("organisation", "UNDP", "category", category, "year", 1, "own", "9999999999.99"));
        }

        ResponseEntity<JsonNode> refused =
                undp.put("/api" + page, Map.of("revision", 0, "reopen", false, "rows", rows));

        assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.budget.refused.wholeTooLarge");
    }

    @Test
    void pastedRowsAreShownAsChangesBeforeTheyReplaceTheOthers() {
        write(undp, 0, "organisation", "ILO", "category", 5, "year", 1, "requested", "80");
        Visitor visitor = Visitor.of(port, "fp.undp.a3");
        visitor.get(page + "/import");
        String rows = "Organisation\tCategory\tYear\tWhat it is for\tAsked from the fund\tOwn contribution\n"
                + "UNDP\t5 Travel\t1\tTwo workshops\t1,200.50\t\n"
                + "UNDP\ttravel\tYear 1\tA mission\t99.50\t10\n"
                + "UNDP\t8\t1\t\t91.00\t\n";

        HttpResponse<String> wrong = visitor.post(page + "/import", "text", rows + "WHO\t9\tsoon\t\t-1\t\n");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("“WHO”")
                .contains("“9”")
                .contains("“soon”")
                .contains("Two workshops");
        HttpResponse<String> looked = visitor.post(page + "/import", "text", rows);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.body()).contains("1,300.00").contains("80.00").contains("Rows 2 and 3");
        assertThat(now().at("/revision").asInt()).isEqualTo(1);
        assertThat(visitor.post(page + "/import", "text", rows, "revision", "0", "step", "replace")
                        .statusCode())
                .as("somebody has written since")
                .isEqualTo(409);
        assertThat(visitor.post(page + "/import", "text", rows, "revision", "1", "step", "replace")
                        .statusCode())
                .isEqualTo(302);

        assertThat(now().at("/requested").asText()).isEqualTo("1391.00");
        assertThat(stored(now(), "UNDP", 5, 1, "description")).isEqualTo("Two workshops; A mission");
        assertThat(stored(now(), "ILO", 5, 1, "requested")).isEqualTo("0.00");
    }

    @Test
    void theWorkbookCanBeTakenInAgainAsItIs() {
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 2, "requested", "333.33", "description", "Staff");
        write(undp, 1, "organisation", "UNDP", "fixedTotal", "356.67");
        byte[] workbook = Visitor.of(port, "fp.undp.a3").download(page + ".xlsx");

        ResponseEntity<JsonNode> looked = undp.upload("/api" + page + "/import", "file", "b.xlsx", workbook);

        assertThat(looked.getBody().at("/problems")).isEmpty();
        assertThat(looked.getBody().at("/changes")).isEmpty();
        assertThat(now().at("/requested").asText()).isEqualTo("356.67");
    }

    @Test
    void anOrganisationBeyondThePartiesGoesByItsNameOnPagesInFindingsAndInTheWorkbook() {
        String letter = undp.upload("/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.7 We take part")
                .getBody()
                .at("/id")
                .asText();
        String name = "Ministry of *, Labour~";
        undp.post("/api/proposal/" + id + "/organisations", Map.of("name", name, "letter", letter));
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100");
        assertThat(found("R12")).contains(name + " has no amounts in the budget.");
        write(undp, 1, "organisation", "ORG3", "category", 1, "year", 1, "requested", "70");

        assertThat(Visitor.of(port, "fp.undp.a3").get(page).body())
                .contains("Save the budget of " + name)
                .doesNotContain(">ORG3<");
        byte[] workbook = Visitor.of(port, "fp.undp.a3").download(page + ".xlsx");
        assertThat(SheetReader.read(workbook).lines())
                .extracting(line -> line.cells().get(0).text())
                .contains("UNDP", name)
                .doesNotContain("ORG3");
        ResponseEntity<JsonNode> looked = undp.upload("/api" + page + "/import", "file", "b.xlsx", workbook);
        assertThat(looked.getBody().at("/problems")).isEmpty();
        assertThat(looked.getBody().at("/changes")).isEmpty();
    }

    @Test
    void exportAndReimportAgreeToTheCent() {
        BudgetTests.budgets().limit(BudgetTests.BUDGETS / 10).forEach(budget -> {
            BudgetSums sums = new BudgetSums(budget, BigDecimal.ZERO);
            byte[] bytes = new BudgetWorkbook(
                            budget, sums, NAMES, budget.lastYear(), categories, translator, Locale.ENGLISH)
                    .bytes("x");
            ReadRows.Result read = new ReadRows(NAMES, categories, translator, Locale.FRENCH)
                    .read(SheetReader.read(bytes), budget, BigDecimal.ZERO);

            assertThat(read.problems()).isEmpty();
            assertThat(WriteBudget.changes(budget, read.rows())).isEmpty();
        });
    }

    @Test
    void aBudgetThatWasReviewedIsChangedOnlyByWhoSaysSo() {
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100");
        undp.answer("proposal", id, "draftProposal", Map.of());
        String before = freeze.freeze(new CaseId(id)).fingerprint();

        assertThat(write(ilo, 1, "organisation", "ILO", "category", 1, "year", 1, "requested", "5")
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        Visitor visitor = Visitor.of(port, "fp.undp.a3");
        assertThat(visitor.get(page).body())
                .doesNotContain("name=\"UNDP.1.1.REQUESTED\"")
                .contains("edit=true");
        assertThat(visitor.get(page + "?edit=true").body())
                .contains("name=\"UNDP.1.1.REQUESTED\"")
                .contains("name=\"reopen\"");
        HttpResponse<String> refused = visitor.post(page, "revision", "1", "UNDP.1.1.REQUESTED", "200");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("value=\"200\"");
        assertThat(visitor.post(page, "revision", "1", "UNDP.1.1.REQUESTED", "200", "reopen", "true")
                        .statusCode())
                .isEqualTo(302);

        assertThat(undp.get("/api/cases/" + id).getBody().at("/file/state").asText())
                .isEqualTo("REVISION");
        assertThat(freeze.freeze(new CaseId(id)).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void thoseWhoDoNotWriteReadIt() {
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100");
        Visitor observer = Visitor.of(port, "observer");

        assertThat(observer.get(page).body()).contains("107.00").doesNotContain("<input class=\"number\"");
        assertThat(observer.post(page, "revision", "1", "UNDP.1.1.REQUESTED", "-1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(observer.get(page + "/import").statusCode()).isEqualTo(403);
        assertThat(Visitor.of(port, "fp.unhcr.g1").get(page).statusCode()).isEqualTo(404);
        assertThat(Visitor.of(port, "fp.unhcr.g1").see(page + ".xlsx").status()).isEqualTo(404);
    }

    private List<String> found(String rule) {
        return readiness.findings(proposals.of(new CaseId(id))).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> translator.say(finding.words(), Locale.ENGLISH))
                .toList();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(found("budget")).hasSize(1);

        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100");
        assertThat(found("budget")).isEmpty();
        assertThat(found("R12")).containsExactly("ILO has no amounts in the budget.");
        write(undp, 1, "organisation", "UNDP", "fixedTotal", "120", "indirectRate", "7");
        assertThat(found("R07")).containsExactly("UNDP has fixed its total at 120.00. The rows come to 107.00.");
        write(undp, 2, "organisation", "UNDP", "fixedTotal", "107.01");
        assertThat(found("R07")).as("the last cent").isEmpty();
    }

    @Test
    void whatWasSettledBindsUntilTheFiguresMeetItToTheCent() {
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100.01");
        write(undp, 1, "organisation", "ILO", "category", 1, "year", 1, "requested", "100.01");
        settled.settle(
                new CaseId(id),
                new CaseId(id + "-D1"),
                Map.of("UNDP", new BigDecimal("60.00"), "ILO", new BigDecimal("40.00")));
        assertThat(found("terms"))
                .containsExactly(
                        "ILO is to have 40 % of what is asked (" + id + "-D1), that is 85.61. It has 107.01.",
                        "UNDP is to have 60 % of what is asked (" + id + "-D1), that is 128.41. It has 107.01.");
        assertThat(now().at("/requested").asText()).as("no figure is changed").isEqualTo("214.02");

        write(undp, 2, "organisation", "UNDP", "category", 1, "year", 1, "requested", "150.01");
        assertThat(found("terms")).isEmpty();
    }

    @Test
    void nobodyWritesWhileTheBudgetIsDisputed() {
        write(undp, 0, "organisation", "UNDP", "category", 1, "year", 1, "requested", "100");
        ilo.post("/api/divergence", Map.of("matter", id, "subject", "BUDGET_SHARE", "summary", "Half each, or not"));
        Visitor visitor = Visitor.of(port, "fp.undp.a3");

        assertThat(visitor.get(page).body()).contains(id + "-D1").doesNotContain("name=\"UNDP.1.1.REQUESTED\"");
        HttpResponse<String> refused = visitor.post(page, "revision", "1", "UNDP.1.1.REQUESTED", "200");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("value=\"200\"");
        assertThat(now().at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void refusesOrganisationsThatDoNotTakePart() {
        assertThat(write(undp, 0, "organisation", "WHO", "category", 1, "year", 1, "requested", "1")
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("WHO.1.1.REQUESTED");
        assertThatThrownBy(() -> new BudgetPlace("UNDP", 8, 1, BudgetField.REQUESTED))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSpreadsheetComesToTheSameSums() throws IOException {
        for (Budget budget :
                BudgetTests.budgets().limit(BudgetTests.BUDGETS / 150).toList()) {
            BudgetSums sums = new BudgetSums(budget, BigDecimal.ZERO);
            byte[] ours = new BudgetWorkbook(
                            budget, sums, NAMES, budget.lastYear(), categories, translator, Locale.ENGLISH)
                    .bytes("x");
            byte[] computed = LibreOffice.convert(ours, "xlsx", "xlsx");
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(computed))) {
                List<Row> rows = book.getFirstSheet().read();
                List<Row> totals = book.getSheet(1).orElseThrow().read();
                assertThat(rows.stream().skip(1).map(row -> amount(row, 7)).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(sums.of(null, BudgetSums.ALL, 0, null));
                rows.stream()
                        .skip(1)
                        .filter(row -> row.getCellText(1).startsWith("8"))
                        .forEach(row -> assertThat(amount(row, 4))
                                .isEqualByComparingTo(sums.of(
                                        code(row.getCellText(0)),
                                        8,
                                        new BigDecimal(row.getCellText(2)).intValue(),
                                        BudgetField.REQUESTED)));
                int years = budget.lastYear();
                for (Row row : totals.subList(1, 1 + NAMES.size())) {
                    assertLine(
                            row,
                            years,
                            (year, source) -> sums.of(code(row.getCellText(0)), BudgetSums.ALL, year, source));
                }
                for (Row row : totals) {
                    if (row.getCellText(0).matches("[1-8] .*")) {
                        int category = row.getCellText(0).charAt(0) - '0';
                        assertLine(row, years, (year, source) -> sums.of(null, category, year, source));
                    }
                }
                assertLine(
                        totals.get(totals.size() - 1),
                        years,
                        (year, source) -> sums.of(null, BudgetSums.ALL, year, source));
            }
        }
    }

    private static String code(String shown) {
        return shown.equals("U*") ? "ORG3" : shown;
    }

    private static void assertLine(Row row, int years, BiFunction<Integer, BudgetField, BigDecimal> ours) {
        for (int year = 1; year <= years; year++) {
            assertThat(amount(row, year)).isEqualByComparingTo(ours.apply(year, null));
        }
        for (BudgetField source : BudgetField.SOURCES) {
            assertThat(amount(row, years + 1 + source.ordinal())).isEqualByComparingTo(ours.apply(0, source));
        }
        assertThat(amount(row, years + 4)).isEqualByComparingTo(ours.apply(0, null));
    }

    private static BigDecimal amount(Row row, int column) {
        return new BigDecimal(row.getCell(column).getRawValue()).setScale(2, RoundingMode.HALF_UP);
    }
}
