package org.tandem.proposal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.WrittenSections;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.web.TakesMemory;
import org.tandem.proposal.FreezeProposal;

/** Is the document what was frozen, the same for everybody, and does everybody see what is different between two? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class DocumentPagesTests {

    private static final String PARTNER = "<script>Maker</script> & =1+1";

    @Autowired
    Roads roads;

    @Autowired
    Cases cases;

    @Autowired
    FreezeProposal freeze;

    @Autowired
    WritePaper writePaper;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @LocalServerPort
    int port;

    @Test
    void isPrintedWithItsVersionOnEachPage() {
        String id = roads.inReview();
        String mark = id + " · Version 1 · " + roads.fingerprint(id).substring(0, 12);

        assertThat(reader().get("/proposal/" + id + "/document?version=1").body())
                .contains("<article class=\"paper\"", mark, "Signatures", "document.css?version=1")
                .doesNotContain("This is a draft");
        assertThat(new String(reader().download("/proposal/" + id + "/document.css?version=1")))
                .contains("@page", roads.fingerprint(id).substring(0, 12));
        assertThat(reader().get("/proposal/" + id + "/document").body()).contains("This is a draft");
        assertThat(reader().get("/proposal/" + id + "/document?version=7").statusCode())
                .isEqualTo(404);
        assertThat(Visitor.of(port, "fp.unhcr.g1")
                        .get("/proposal/" + id + "/document.docx?version=1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsOneFileOfAVersionForEverybody() throws IOException {
        String id = roads.inReview();
        byte[] first = reader().download("/proposal/" + id + "/document.docx?version=1");
        names(id, "PENDING", true);

        assertThat(Visitor.of(port, "coord.ilo").download("/proposal/" + id + "/versions/1/document"))
                .isEqualTo(first);
        String sum = versions(id).at("/versions/0/files/0/sha256").asText();
        assertThat(sum).isEqualTo(FreezeProposal.fingerprint(first));
        assertThat(reader().get("/proposal/" + id + "/versions").body()).contains(sum);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(first))) {
            assertThat(document.getHeaderList().get(0).getText())
                    .contains(
                            "Version 1",
                            versions(id).at("/versions/0/fingerprint").asText().substring(0, 12));
        }
    }

    @Test
    void makesOneFileWhenSeveralAskAtTheSameMoment() throws Exception {
        String id = roads.inReview();
        List<Visitor> readers = IntStream.range(0, 4).mapToObj(i -> reader()).toList();
        ExecutorService pool = Executors.newFixedThreadPool(readers.size());
        try {
            Set<String> sums = new HashSet<>();
            for (Future<String> sum : pool.invokeAll(readers.stream()
                    .<Callable<String>>map(reader -> () ->
                            FreezeProposal.fingerprint(reader.download("/proposal/" + id + "/document.docx?version=1")))
                    .toList())) {
                sums.add(sum.get());
            }
            assertThat(sums).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void onlyAFewLargeAnswersAreMadeAtTheSameTime() throws Exception {
        for (String large : List.of("/versions/2/document", "/versions/2/budget", "/versions/2/compare")) {
            for (String address : List.of("/proposal/FFA-VNM-A3-P1" + large, "/api/proposal/FFA-VNM-A3-P1" + large)) {
                MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
                ServletRequestPathUtils.parseAndCache(request);
                assertThat(((HandlerMethod) handlers.getHandler(request).getHandler())
                                .hasMethodAnnotation(TakesMemory.class))
                        .as(address)
                        .isTrue();
            }
        }
    }

    @Test
    void makesADraftOfWhatItSaysNow() throws IOException {
        String id = roads.drafting();
        names(id, "PENDING", false);
        byte[] draft = reader().download("/proposal/" + id + "/document.docx");

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(draft))) {
            assertThat(document.getHeaderList().get(0).getText()).contains("Draft, not frozen");
            assertThat(document.getTables())
                    .anySatisfy(table -> assertThat(table.getText()).contains(PARTNER));
        }
        assertThat(reader().get("/proposal/" + id + "/document").body())
                .contains("&lt;script&gt;Maker")
                .doesNotContain("<script>Maker");
    }

    @Test
    void saysWhatWasChosenInTheWordsOfItsLanguage() {
        CaseId id = new CaseId(roads.drafting());
        WrittenSections.write(roads.as("fp.undp.a3"), id.value());
        String content = freeze.content(id);

        assertThat(lines(id, content, Locale.ENGLISH))
                .contains(
                        "1.3 Social protection for all",
                        "GEM2 Significant objective",
                        "2 Significant contribution",
                        "• Workers in the informal economy",
                        "• Protecting people",
                        "• Universality",
                        "Contextual | Elections | 3 Possible | 4 Major",
                        "1.2 | 1 More people are covered | A law | ILO",
                        "1.2 A law | The law is in force",
                        " | Yes")
                .doesNotContain("INFORMAL", "UNIVERSALITY", "CONTEXTUAL", "YES");
        assertThat(lines(id, content, Locale.FRENCH))
                .contains(
                        "1.3 Protection sociale pour tous",
                        "GEM2 Objectif significatif",
                        "2 Contribution significative",
                        "• Femmes",
                        "Contextuel | Elections",
                        "A law | OIT",
                        " | Oui",
                        "Monnaie | USD");
        assertThat(reader().get("/proposal/" + id + "/document").body()).contains("1.3 Social protection for all");
    }

    /** Also where the proposal has others by now. */
    @Test
    void namesTheOrganisationsOfItsVersion() {
        CaseId id = new CaseId(roads.drafting());
        WrittenSections.write(roads.as("fp.undp.a3"), id.value());
        roads.as("fp.undp.a3").writeBudget(id.value(), "ILO");
        String before = freeze.content(id)
                .replace("\"organisation\":\"ILO\"", "\"organisation\":\"ORG9\"")
                .replace("\"responsible\":\"ILO\"", "\"responsible\":\"ORG9\"")
                .replace("\"responsible\":\"UNDP\"", "\"responsible\":\"ORG8\"")
                .replace("\"organisations\":[[", "\"organisations\":[[\"ORG9\",\"Ministry of Labour\"],[");

        assertThat(lines(id, before, Locale.ENGLISH))
                .contains(
                        "A law | Ministry of Labour",
                        "A law | ORG8 (not there any more)",
                        "Organisation | Ministry of Labour")
                .doesNotContain("ORG9");
    }

    private String lines(CaseId id, String content, Locale locale) {
        return writePaper.write(cases.find(id).orElseThrow(), content, new Mark(null), locale).blocks().stream()
                .flatMap(Paper.Block::lines)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void showsWhoeverClearsAStaleVersionWhatIsDifferentAndLosesNothing() {
        String id = roads.inClearance();
        String meant = roads.fingerprint(id);
        String ended = roads.open(id, "clearProposal", "UNDP").id();
        Visitor coordinator = Visitor.of(port, "coord.undp");
        coordinator.get("/proposal/" + id + "/clearProposal");
        roads.changesProfile("fp.ilo.a3", id, "title", "Another title");
        HttpResponse<String> refused = clears(coordinator, id, ended, meant);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("<ins>Another title</ins>", "From version 1 to the proposal now", "Seen by legal", "7.5")
                .doesNotContain(meant);
        roads.does(id, "reviseProposal", null, Map.of());
        roads.agreeToReview(id);
        assertThat(clears(coordinator, id, ended, meant).body())
                .contains("From version 1 to version 2", "Open the step as it is now");
        assertThat(coordinator.get("/proposal/" + id + "/clearProposal").body())
                .contains("Seen by legal", "value=\"7.5\"");
        String open = roads.open(id, "clearProposal", "UNDP").id();
        HttpResponse<String> again = clears(coordinator, id, open, meant);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("<ins>Another title</ins>", "From version 1 to version 2", "Seen by legal", "value=\"7.5\"");
        assertThat(clears(coordinator, id, open, "f".repeat(64)).body())
                .contains("has no version with the fingerprint you sent")
                .doesNotContain("<ins>Another");
    }

    @Test
    void showsItToWhoeverAnswersSeveralAtOnceToo() {
        String id = roads.inClearance();
        String meant = roads.fingerprint(id);
        String ended = roads.open(id, "clearProposal", "UNDP").id();
        roads.changesProfile("fp.ilo.a3", id, "title", "Another title");
        assertThat(clearsAmongOthers(ended, meant)).contains("<ins>Another title</ins>");
        roads.does(id, "reviseProposal", null, Map.of());
        roads.agreeToReview(id);
        String open = roads.open(id, "clearProposal", "UNDP").id();

        assertThat(clearsAmongOthers(open, meant))
                .contains("<ins>Another title</ins>", "/proposal/" + id + "/versions/1/compare?with=2");
        List<Object> answers = List.of(
                Map.of("task", open, "values", Map.of("decision", "CLEAR", "version", meant)),
                Map.of("task", open + "x", "values", Map.of("decision", "CLEAR")));
        JsonNode results =
                roads.as("coord.undp").post("/api/tasks/several", answers).getBody();
        assertThat(results.at("/0/changed/version").asInt()).isEqualTo(1);
        assertThat(results.at("/0/changed/parts")).isNotEmpty();
        assertThat(results.at("/1/changed").isMissingNode()
                        || results.at("/1/changed").isNull())
                .isTrue();
    }

    private String clearsAmongOthers(String task, String fingerprint) {
        Visitor coordinator = Visitor.of(port, "coord.undp");
        coordinator.get("/tasks/several?task=" + task);
        return coordinator
                .post(
                        "/tasks/several",
                        "_key",
                        "clearProposal",
                        "_task",
                        task,
                        "_shown",
                        task,
                        "decision",
                        "CLEAR",
                        "version",
                        fingerprint)
                .body();
    }

    private HttpResponse<String> clears(Visitor coordinator, String id, String task, String fingerprint) {
        return coordinator.post(
                "/proposal/" + id + "/clearProposal",
                "_task",
                task,
                "decision",
                "CLEAR",
                "version",
                fingerprint,
                "days",
                "7.5",
                "note",
                "Seen by legal");
    }

    @Test
    void showsWhatIsDifferentAndWhatBecameVoid() {
        String id = roads.inReview();
        roads.reviews(id, "UNDP", roads.agreed(id));
        names(id, "PENDING", true);
        assertThat(reader().get("/proposal/" + id + "/versions").body())
                .contains("The proposal was changed since", "Agreed", "void");
        assertThat(reader().get("/proposal/" + id + "/versions/1/compare").body())
                .contains("<ins>", "&lt;script&gt;Maker", "Private partners");
        roads.does(id, "reviseProposal", null, Map.of());

        JsonNode parts = roads.as("observer")
                .get("/api/proposal/" + id + "/versions/2/compare?with=1")
                .getBody()
                .at("/parts");
        assertThat(parts).hasSize(1);
        assertThat(parts.at("/0/kind").asText()).isEqualTo("ADDED");
        assertThat(reader().get("/proposal/" + id + "/versions/1/compare?with=2")
                        .body())
                .contains("From version 1 to version 2");
        assertThat(reader().get("/proposal/" + id + "/versions/2/compare").body())
                .contains("Both say the same, word for word.");
        assertThat(reader().get("/proposal/" + id + "/versions/3/compare").statusCode())
                .isEqualTo(404);
    }

    private void names(String id, String result, boolean reopen) {
        Map<String, Object> named = new HashMap<>(Map.of("name", PARTNER, "result", result));
        if (reopen) {
            named.put("reopen", true);
        }
        JsonNode recorded = roads.as("observer")
                .get("/api/proposal/" + id + "/readiness")
                .getBody()
                .at("/partners/0/seen");
        named.put("seen", recorded.asText());
        assertThat(roads.as("fp.ilo.a3")
                        .post("/api/proposal/" + id + "/partners", named)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    private JsonNode versions(String id) {
        return roads.as("observer").get("/api/proposal/" + id + "/versions").getBody();
    }

    private Visitor reader() {
        return Visitor.of(port, "observer");
    }
}
