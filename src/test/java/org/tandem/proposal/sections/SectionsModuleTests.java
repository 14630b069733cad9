package org.tandem.proposal.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.proposal.Finding;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.Proposals;

/** Do two writers, every version, the frozen text and PostgreSQL hold together? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class SectionsModuleTests {

    private static final String SUMMARY = "Floors reach informal workers.\n\nThe councils agree on it.";

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    StoredSections stored;

    @Autowired
    SectionsReady ready;

    @Autowired
    Proposals proposals;

    @Autowired
    FreezeProposal freeze;

    @Autowired
    Roster roster;

    @Autowired
    TransactionTemplate transactions;

    private String id;
    private Caller undp;
    private Visitor page;

    @BeforeEach
    void draft() {
        id = roads.drafting();
        undp = roads.as("fp.undp.a3");
        page = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        page.get(address("summary"));
    }

    private String address(String section) {
        return "/proposal/" + id + "/sections/" + section;
    }

    private ResponseEntity<JsonNode> put(Caller caller, String section, int revision, Map<String, ?> content) {
        return caller.put("/api" + address(section), Map.of("revision", revision, "content", content));
    }

    private Object text(StoredSections.Saved version) {
        return stored.version(new CaseId(id), "summary", version.revision())
                .orElseThrow()
                .content()
                .get("text");
    }

    private StoredSection now(String section) {
        return stored.find(new CaseId(id), section).orElseThrow();
    }

    @Test
    void listsTheSectionsOfTheFormAndThoseEveryProposalHas() {
        JsonNode list = undp.get("/api/proposal/" + id + "/sections").getBody();

        assertThat(list.findValuesAsText("kind"))
                .contains(
                        "text",
                        "results-framework",
                        "risks",
                        "markers",
                        "sdg-targets",
                        "target-groups",
                        "safeguards",
                        "references");
        assertThat(list.findValuesAsText("progress"))
                .contains("EMPTY", "ELSEWHERE")
                .doesNotContain("FULL");
    }

    @Test
    void keepsAnAnswerAsItWasTypedAndEveryVersion() {
        assertThat(put(undp, "summary", 0, Map.of("text", "  " + SUMMARY + " \r\n"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        ResponseEntity<JsonNode> second = put(undp, "summary", 1, Map.of("text", "Shorter"));

        assertThat(second.getHeaders().getETag()).isEqualTo("\"2\"");
        assertThat(now("summary").content()).containsEntry("text", "Shorter");
        JsonNode versions = undp.get("/api" + address("summary") + "/versions").getBody();
        assertThat(versions.findValuesAsText("revision")).containsExactly("2", "1");
        assertThat(undp.get("/api" + address("summary") + "/versions/1")
                        .getBody()
                        .at("/content/text")
                        .asText())
                .isEqualTo(SUMMARY);
    }

    @Test
    void theSecondOfTwoProgramsIsToldBothTexts() {
        put(undp, "summary", 0, Map.of("text", "Mine"));
        ResponseEntity<JsonNode> refused = put(roads.as("fp.ilo.a3"), "summary", 0, Map.of("text", "Theirs"));

        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(refused.getBody().at("/yours/text").asText()).isEqualTo("Theirs");
        assertThat(refused.getBody().at("/stored/content/text").asText()).isEqualTo("Mine");
        assertThat(refused.getBody().at("/stored/revision").asInt()).isEqualTo(1);
        assertThat(now("summary").content()).containsEntry("text", "Mine");
    }

    @Test
    void theSecondOfTwoPeopleSeesBothTextsAndLosesNothing() {
        Visitor other = Visitor.signedIn(port, "fp.ilo.a3", "tandem");
        String mine = opened(page.get(address("summary")));
        String theirs = opened(other.get(address("summary")));
        assertThat(page.post(address("summary") + "/draft", "_once", mine, "_revision", "0", "text", "One text")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> asTyped =
                other.post(address("summary") + "/draft", "_once", theirs, "_revision", "0", "text", "Another text");
        assertThat(asTyped.statusCode()).isEqualTo(409);

        assertThat(other.get(address("summary")).body()).contains("One text", "Another text");
        HttpResponse<String> refused =
                other.post(address("summary"), "_once", theirs, "_revision", "0", "text", "Another text, longer");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("One text", "Another text, longer");
        HttpResponse<String> both = other.get(address("summary"));
        assertThat(Visitor.location(other.post(
                        address("summary"),
                        "_once",
                        opened(both),
                        "_revision",
                        "1",
                        "text",
                        "One text. Another text, longer")))
                .isEqualTo(address("summary"));

        assertThat(now("summary").content()).containsEntry("text", "One text. Another text, longer");
        assertThat(stored.versions(new CaseId(id), "summary"))
                .extracting(this::text)
                .containsExactly("One text. Another text, longer", "One text");
        assertThat(other.get(address("summary")).body()).doesNotContain("was not saved");
    }

    @Test
    void aSecondTabOfOneWriterSeesTheTextKeptFromTheFirstAndLosesNothing() {
        String first = opened(page.get(address("summary")));
        String second = opened(page.get(address("summary")));
        put(roads.as("fp.ilo.a3"), "summary", 0, Map.of("text", "A colleague's text"));
        page.post(address("summary") + "/draft", "_once", first, "_revision", "0", "text", "Mine of the first tab");

        assertThat(page.post(address("summary") + "/draft", "_once", second, "_revision", "0", "text", "Of the second")
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> both =
                page.post(address("summary"), "_once", second, "_revision", "0", "text", "Of the second");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("Mine of the first tab", "Of the second", "A colleague&#39;s text");
        assertThat(page.get(address("summary")).body()).contains("Mine of the first tab");

        assertThat(Visitor.location(
                        page.post(address("summary"), "_once", opened(both), "_revision", "1", "text", "All three")))
                .isEqualTo(address("summary"));
        assertThat(now("summary").content()).containsEntry("text", "All three");
        assertThat(page.get(address("summary")).body()).doesNotContain("Mine of the first tab");
    }

    @Test
    void savingInOneTabKeepsWhatCouldNotBeSavedInAnother() {
        put(undp, "summary", 0, Map.of("text", SUMMARY));
        String seesNewest = opened(page.get(address("summary")));
        String overtaken = opened(page.get(address("summary")));
        page.post(address("summary") + "/draft", "_once", overtaken, "_revision", "0", "text", "Begun before");

        page.post(address("summary"), "_once", seesNewest, "_revision", "1", "text", "Saved");

        assertThat(now("summary").content()).containsEntry("text", "Saved");
        assertThat(page.get(address("summary")).body()).contains("Begun before");
    }

    /** What a page has saved itself it may save over, also when the answer about it got lost. */
    @Test
    void aPageIsNoConflictWithItselfAndLeavesOneVersionOfItsTyping() {
        String once = opened(page.get(address("summary")));
        for (String typed : List.of("F", "Fl", "Floors")) {
            assertThat(page.post(address("summary") + "/draft", "_once", once, "_revision", "0", "text", typed)
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(now("summary").revision()).isEqualTo(3);
        assertThat(stored.versions(new CaseId(id), "summary"))
                .extracting(this::text)
                .containsExactly("Floors");
    }

    @Test
    void savingWhatIsThereAlreadyChangesNothing() {
        put(undp, "summary", 0, Map.of("text", SUMMARY));
        String before = fingerprint();
        assertThat(put(roads.as("fp.ilo.a3"), "summary", 0, Map.of("text", SUMMARY))
                        .getBody()
                        .at("/revision")
                        .asInt())
                .isEqualTo(1);

        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void theFingerprintFollowsTheContentAndNothingElse() {
        put(undp, "summary", 0, Map.of("text", SUMMARY));
        String first = fingerprint();
        put(undp, "summary", 1, Map.of("text", SUMMARY + "."));
        String second = fingerprint();
        put(roads.as("fp.ilo.a3"), "summary", 2, Map.of("text", SUMMARY));

        assertThat(second).isNotEqualTo(first);
        assertThat(fingerprint()).isEqualTo(first);
        put(undp, "sdg", 0, Map.of("targets", List.of(target("8.5", "60"), target("1.3", "40"))));
        String ordered = fingerprint();
        put(undp, "sdg", 1, Map.of("targets", List.of(target("1.3", "40"), target("8.5", "60"))));
        assertThat(fingerprint()).isNotEqualTo(ordered);
    }

    private static Map<String, String> target(String target, String share) {
        return Map.of("target", target, "share", share, "contribution", "Directly");
    }

    @Test
    void aFrozenTextIsReopenedKnowinglyOrNotAtAll() {
        put(undp, "summary", 0, Map.of("text", SUMMARY));
        roads.does(id, "draftProposal", null, Map.of());
        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
        HttpResponse<String> frozen = page.get(address("summary"));
        assertThat(frozen.body()).contains("was frozen");
        HttpResponse<String> refused =
                page.post(address("summary"), "_once", opened(frozen), "_revision", "1", "text", "Changed unasked");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Changed unasked");
        assertThat(now("summary").content()).containsEntry("text", SUMMARY);
        assertThat(page.get(address("summary")).body()).contains("Changed unasked");
        assertThat(Visitor.location(page.post(
                        address("summary"),
                        "_once",
                        opened(refused),
                        "_revision",
                        "1",
                        "reopen",
                        "true",
                        "text",
                        "Changed")))
                .isEqualTo(address("summary"));
        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(now("summary").content()).containsEntry("text", "Changed");
    }

    @Test
    void whatCouldNotBeSavedIsReadByItsWriterOnceNothingIsWrittenAnyMore() {
        roads.does(id, "draftProposal", null, Map.of());
        HttpResponse<String> frozen = page.get(address("summary"));
        page.post(address("summary"), "_once", opened(frozen), "_revision", "0", "text", "Changed unasked");
        roads.as("coord.undp").post("/api/programmes/" + id + "/withdrawal", Map.of("reason", "No money"));
        roads.does(id, "agreeProgrammeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(page.get(address("summary")).body())
                .contains("Changed unasked", "/sections/summary/discard")
                .doesNotContain("<textarea");
        assertThat(Visitor.signedIn(port, "fp.ilo.a3", "tandem")
                        .get(address("summary"))
                        .body())
                .doesNotContain("Changed unasked");
    }

    @Test
    void readersReadAndWritersWrite() {
        put(undp, "summary", 0, Map.of("text", SUMMARY));
        assertThat(put(roads.as("fp.ilo.a6"), "summary", 1, Map.of("text", "Not mine"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(put(roads.as("observer"), "summary", 1, Map.of("text", "Not mine"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(put(roads.as("fp.unhcr.g1"), "summary", 1, Map.of("text", "Not mine"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        Visitor observer = Visitor.signedIn(port, "observer", "tandem");

        assertThat(observer.get(address("summary")).body())
                .contains("Floors reach informal workers.")
                .doesNotContain("<textarea");
        for (String own : List.of("true", "false")) {
            assertThat(observer.post(address("summary") + "/draft", "_own", own, "_revision", "1", "text", "Not mine")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void rowsAreAddedAndRemovedWithoutScriptAndSavedWithTheRest() {
        String once = opened(page.get(address("risks")));
        HttpResponse<String> more = page.post(
                address("risks"),
                "_once",
                once,
                "_revision",
                "0",
                "_row",
                "add:risks",
                "risks",
                "0",
                "risks.0.risk",
                "Floods");
        assertThat(Visitor.location(more)).isEqualTo(address("risks") + "?add=risks");
        assertThat(page.get(address("risks") + "?add=risks").body()).contains("Floods", "risks.1.risk");
        String again = opened(page.get(address("risks")));
        page.post(
                address("risks"),
                "_once",
                again,
                "_revision",
                "1",
                "_row",
                "remove:risks.0",
                "risks",
                "0",
                "risks",
                "1",
                "risks.0.risk",
                "Floods",
                "risks.1.risk",
                "Elections");

        assertThat(Rows.of(now("risks").content(), "risks")).containsExactly(Map.of("risk", "Elections"));
    }

    @Test
    void nothingIsCutAndTheFindingLeadsToTheField() {
        String words = "word ".repeat(600).strip();
        put(undp, "results", 0, results("1.1"));
        put(undp, "summary", 0, Map.of("text", words));

        assertThat(now("summary").content()).containsEntry("text", words);
        List<Finding> findings = ready.findings(proposals.of(new CaseId(id)));
        assertThat(findings)
                .filteredOn(found -> found.place().equals("results"))
                .extracting(Finding::rule, Finding::link, Finding::weight)
                .contains(tuple("R26", address("results") + "#indicators-0-baseline", Finding.Weight.BLOCKER));
        assertThat(findings)
                .extracting(Finding::place)
                .contains("sdg", "markers", "references")
                .doesNotContain("budget");
    }

    private static Map<String, Object> results(String measured) {
        return Map.of(
                "outcomes", List.of(Map.of("number", "1", "statement", "Floors")),
                "outputs", List.of(Map.of("number", "1.1", "outcome", "1", "statement", "A law", "responsible", "ILO")),
                "indicators", List.of(Map.of("result", measured, "indicator", "Persons covered")));
    }

    @Test
    void anAnswerThatIsNotThereAnyMoreIsShownAndFound() {
        put(undp, "results", 0, results("7"));

        assertThat(page.get(address("results")).body()).contains("7 (not there any more)");
        assertThat(ready.findings(proposals.of(new CaseId(id))))
                .extracting(Finding::rule, Finding::link)
                .contains(tuple("T05", address("results") + "#indicators-0-result"));
    }

    @Test
    void whatNoTextMayHoldIsRefusedAndGivenBack() {
        String once = opened(page.get(address("summary")));
        HttpResponse<String> refused =
                page.post(address("summary"), "_once", once, "_revision", "0", "text", "Kept \u202e but turned");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("but turned");
        assertThat(put(undp, "summary", 0, Map.of("text", "a", "colour", "b"))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
    }

    /** However often a program saves, the list of versions stays as long as a page, and each one is there. */
    @Test
    void theLatestVersionsAreListedAndEachIsThere() {
        UUID writer = roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A3"))
                .get(0)
                .id();
        transactions.executeWithoutResult(nothing -> IntStream.rangeClosed(1, 201)
                .forEach(revision -> stored.save(
                        new CaseId(id),
                        new StoredSection(
                                "summary", Map.of("text", "Text number " + revision), revision, writer, Instant.now()),
                        null)));

        JsonNode versions = undp.get("/api" + address("summary") + "/versions").getBody();
        assertThat(versions.findValuesAsText("revision"))
                .hasSize(200)
                .startsWith("201")
                .endsWith("2");
        assertThat(versions.findValuesAsText("words")).containsOnly("3");
        assertThat(undp.get("/api" + address("summary") + "/versions/1")
                        .getBody()
                        .at("/content/text")
                        .asText())
                .isEqualTo("Text number 1");
        assertThat(page.get(address("summary") + "/versions").body()).contains("The latest 200 are listed");
    }

    /** Letters that are kept as two: what would grow too large is refused, and what has grown is read all the same. */
    @Test
    void noTextIsKeptThatNobodyCouldRead() {
        String letters = "\u0958".repeat(66_000);
        assertThat(put(undp, "summary", 0, Map.of("text", letters))
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
        transactions.executeWithoutResult(nothing -> stored.save(
                new CaseId(id),
                new StoredSection(
                        "summary",
                        Map.of("text", letters),
                        1,
                        roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A3"))
                                .get(0)
                                .id(),
                        Instant.now()),
                null));

        assertThat(undp.get("/api/proposal/" + id + "/sections").getStatusCode().value())
                .isEqualTo(200);
        assertThat(page.get("/proposal/" + id + "/readiness").statusCode()).isEqualTo(200);
        assertThat(page.get(address("summary")).statusCode()).isEqualTo(200);
    }

    @Test
    void moreRowsThanTheFormHasAreRefused() {
        List<Map<String, String>> outputs = IntStream.range(0, 61)
                .mapToObj(row -> Map.of("number", "1." + row))
                .toList();

        assertThat(put(undp, "results", 0, Map.of("outputs", outputs))
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(put(undp, "results", 0, Map.of("outputs", outputs.subList(0, 60)))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    /** A choice that is gone stands where it was made and is offered nowhere else. */
    @Test
    void aChoiceThatIsGoneIsOfferedWhereItWasMade() {
        put(
                undp,
                "results",
                0,
                Map.of("indicators", List.of(Map.of("result", "7"), Map.of("indicator", "Persons covered"))));

        assertThat(page.get(address("results")).body()).containsOnlyOnce("7 (not there any more)");
    }

    @Test
    void showsWhatChangedBetweenTwoVersions() {
        put(undp, "summary", 0, Map.of("text", "Floors for workers"));
        put(roads.as("fp.ilo.a3"), "summary", 1, Map.of("text", "Floors for informal workers"));

        assertThat(page.get(address("summary") + "/versions").body())
                .containsPattern("<ins>(?s).{0,80} informal</ins>")
                .contains("Floors for");
        assertThat(page.get(address("summary") + "/versions?from=0&to=1").body())
                .contains("Floors for workers");
        assertThat(page.get(address("summary") + "/versions?from=1&to=9").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPartyChoosesWhoLeadsASectionOnItsSideAndTheConveningAgencyForAll() {
        String ilo = roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A3"))
                .get(0)
                .id()
                .toString();
        assertThat(page.get(address("lead") + "?section=summary").body())
                .contains("ILO – nobody", "UNDP – nobody")
                .doesNotContain("UNHCR – nobody");
        JsonNode profile = undp.get("/api/proposal/" + id).getBody().at("/profile");
        assertThat(leads(roads.as("fp.ilo.a3"), "UNDP:")).isEqualTo(422);
        assertThat(leads(roads.as("fp.ilo.a3"), "ILO:" + UUID.randomUUID())).isEqualTo(422);
        assertThat(leads(roads.as("observer"), "ILO:" + ilo)).isEqualTo(403);

        assertThat(leads(roads.as("fp.ilo.a3"), "ILO:" + ilo)).isEqualTo(200);

        String named =
                "Lead for ILO: " + roster.namesOf(List.of(UUID.fromString(ilo))).get(UUID.fromString(ilo));
        assertThat(page.get(address("summary")).body()).contains(named);
        assertThat(page.get("/proposal/" + id + "/sections").body()).containsOnlyOnce(named);
        assertThat(undp.get("/api/proposal/" + id + "/sections").getBody().findValues("leads"))
                .filteredOn(leads -> !leads.isEmpty())
                .singleElement()
                .satisfies(leads -> assertThat(leads.at("/ILO").asText()).isEqualTo(ilo));
        assertThat(undp.get("/api/proposal/" + id).getBody().at("/profile"))
                .as("nobody leads the whole because of a section")
                .isEqualTo(profile);
        assertThat(leads(undp, "ILO:")).isEqualTo(200);
        assertThat(page.get(address("summary")).body()).doesNotContain("Lead for ILO");
        assertThat(page.get("/cases/" + id).body()).contains("leads the section", "Nobody leads the section");
    }

    private int leads(Caller caller, String lead) {
        return caller.post(
                        address("lead").replace("/proposal", "/api/proposal"),
                        Map.of("section", "summary", "lead", lead))
                .getStatusCode()
                .value();
    }

    @Test
    void somebodyIsAskedToWriteASectionUntilADay() {
        String body =
                page.get("/proposal/" + id + "/sections/ask?section=summary").body();
        assertThat(body).contains("Ask for a section");
        Map<String, Object> asked = new HashMap<>(Map.of(
                "section",
                "summary",
                "person",
                roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A3"))
                        .get(0)
                        .id()
                        .toString(),
                "until",
                LocalDate.now().plusDays(30).toString(),
                "note",
                "Two paragraphs"));
        assertThat(undp.post("/api/proposal/" + id + "/sections/ask", asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(undp.post("/api/proposal/" + id + "/sections/ask", asked)
                        .getStatusCode()
                        .value())
                .isEqualTo(409);

        assertThat(Visitor.signedIn(port, "fp.ilo.a3", "tandem")
                        .get("/inbox?country=" + id.split("-")[1])
                        .body())
                .contains("Write a section");
    }

    private String fingerprint() {
        return transactions.execute(nothing -> freeze.freeze(new CaseId(id)).fingerprint());
    }

    private static String opened(HttpResponse<String> shown) {
        Matcher once = Pattern.compile("name=\"_once\"[^>]*value=\"([^\"]+)").matcher(shown.body());
        assertThat(once.find()).as(shown.body()).isTrue();
        return once.group(1);
    }
}
