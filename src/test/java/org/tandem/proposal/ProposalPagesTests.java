package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Can a proposal be read and agreed on as a whole, in a browser without script and by machines? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class ProposalPagesTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired
    Roads roads;

    @LocalServerPort
    int port;

    @Test
    void showsWhatIsAgreedToEveryReaderAndTheFormToThoseWhoWrite() {
        String id = roads.drafting();
        String page = visitor("fp.ilo.a3").get("/proposal/" + id).body();

        assertThat(page)
                .contains("Together in " + country(id), "Intended fund", "Lead for UNDP", "No fund chosen yet")
                .contains("name=\"seen\"", "href=\"/cases/" + id + "\"");
        assertThat(visitor("observer").get("/proposal/" + id).body())
                .contains("Together in " + country(id))
                .doesNotContain("name=\"seen\"");
        assertThat(visitor("fp.unhcr.g1").get("/proposal/" + id).statusCode()).isEqualTo(404);
        assertThat(visitor("observer").get("/proposal/" + roads.nominated()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsWhatWasAgreed() {
        String id = roads.drafting();
        Visitor writer = visitor("fp.ilo.a3");
        HttpResponse<String> saved = saves(writer, id, seen(writer, id), "Jobs and floors", "ILO", "36");

        assertThat(Visitor.location(saved)).isEqualTo("/proposal/" + id);
        assertThat(writer.get("/proposal/" + id).body()).contains("Jobs and floors", "value=\"36\"", "Saved.");
        JsonNode whole = whole(id);
        assertThat(whole.at("/profile/title").asText()).isEqualTo("Jobs and floors");
        assertThat(whole.at("/profile/convening").asText()).isEqualTo("ILO");
        assertThat(roads.file(id).at("/title").asText()).isEqualTo("Jobs and floors");
    }

    @Test
    void showsBothWhenTwoSaveAndLosesNeither() {
        String id = roads.drafting();
        Visitor one = visitor("fp.undp.a3");
        Visitor other = visitor("fp.ilo.a3");
        String seen = seen(other, id);
        HttpResponse<String> saved = saves(one, id, seen(one, id), "Jobs first", "UNDP", "24");
        assertThat(Visitor.location(saved)).isEqualTo("/proposal/" + id);
        HttpResponse<String> refused = saves(other, id, seen, "Floors first", "UNDP", "24");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Jobs first", "value=\"Floors first\"", "A colleague has saved");
        Matcher again = SEEN.matcher(refused.body());
        assertThat(again.find()).isTrue();
        saves(other, id, again.group(1), "Floors first", "UNDP", "24");
        assertThat(whole(id).at("/profile/title").asText()).isEqualTo("Floors first");
    }

    @Test
    void saysWhatIsStoredInWordsAsTheFormDoes() {
        String id = roads.drafting();
        Visitor other = visitor("fp.ilo.a3");
        String seen = seen(other, id);
        Map.of("convening", "ILO", "startsOn", "2027-03-01", "fund", "IPS00")
                .forEach((field, value) -> roads.changesProfile("fp.undp.a3", id, field, value));
        roads.changesProfile("fp.undp.a3", id, "call", "IPS-2024-DJUSP");
        String page = saves(other, id, seen, "Floors first", "UNDP", "24").body();
        String stored = page.substring(page.indexOf("A colleague has saved"), page.indexOf("</dl>"));

        assertThat(stored)
                .contains("Decent Jobs and Universal", ">Joint SDG Fund<", ">1 Mar 2027<", ">Not yet known<", ">ILO<")
                .doesNotContain("IPS00", "2027-03-01", "GA-MGA-2025");
        String read = visitor("observer").get("/proposal/" + id).body();
        assertThat(read).contains("Decent Jobs and Universal");
        assertThat(visitor("observer").get("/proposal/" + id + "/document").body())
                .contains("Decent Jobs and Universal");
    }

    @Test
    void tellsMachinesThatAnotherHasSavedMeanwhile() {
        String id = roads.drafting();
        JsonNode before = whole(id);
        assertThat(puts("fp.undp.a3", id, before, "months", "12").getStatusCode())
                .isEqualTo(HttpStatus.OK);
        ResponseEntity<JsonNode> refused = puts("fp.ilo.a3", id, before, "months", "18");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.profileMoved");
        assertThat(whole(id).at("/profile/months").asText()).isEqualTo("12");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        String id = roads.drafting();
        Visitor writer = visitor("fp.ilo.a3");
        HttpResponse<String> refused = saves(writer, id, seen(writer, id), "Jobs", "UNDP", "some");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"some\"", "id=\"months-error\"");
    }

    @Test
    void refusesWhatNoFieldCanBe() {
        String id = roads.drafting();

        assertThat(field(id, "title", " ")).isEqualTo("title");
        assertThat(field(id, "convening", "UNHCR")).isEqualTo("convening");
        assertThat(field(id, "fund", "NOWHERE")).isEqualTo("fund");
        assertThat(field(id, "startsOn", "next year")).isEqualTo("startsOn");
        assertThat(field(id, "months", "121")).isEqualTo("months");
        assertThat(field(id, "months", "0")).isEqualTo("months");
        assertThat(field(id, "lead.ILO", "00000000-0000-0000-0000-000000000000"))
                .isEqualTo("lead.ILO");
    }

    @Test
    void isWrittenInTheFormItsFundAsksFor() {
        String id = roads.drafting();
        String standard = whole(id).at("/form").asText();
        assertThat(puts("fp.undp.a3", id, whole(id), "fund", "IPS00").getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(whole(id).at("/form").asText()).isNotEqualTo(standard);
        assertThat(roads.file(id).at("/fund").asText()).isEqualTo("IPS00");
    }

    @Test
    void offersTheFormsOfItsFundAndTakesNoOther() {
        String id = roads.drafting();
        puts("fp.undp.a3", id, whole(id), "fund", "IPS00");
        assertThat(visitor("fp.ilo.a3").get("/proposal/" + id).body())
                .contains("value=\"GA-MGA-2025\" selected=\"selected\"", "value=\"IPS-JP-2019\"");
        assertThat(puts("fp.undp.a3", id, whole(id), "form", "IPS-JP-2019").getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(whole(id).at("/profile/form").asText()).isEqualTo("IPS-JP-2019");
        assertThat(field(id, "form", "PBF-PRODOC-2018")).isEqualTo("form");
        assertThat(field(id, "form", "IPS-CN-2019")).isEqualTo("form");
    }

    @Test
    void takesACallOfItsFundWhoseCeilingBindsAndForgetsItWithTheFund() {
        String id = roads.drafting();
        assertThat(field(id, "call", "IPS-2019-LNOB")).isEqualTo("call");
        puts("fp.undp.a3", id, whole(id), "fund", "IPS00");
        assertThat(field(id, "call", "COV-1")).isEqualTo("call");
        assertThat(field(id, "call", "IPS-2024-MGA1")).as("closed in 2024").isEqualTo("call");
        assertThat(puts("fp.undp.a3", id, whole(id), "call", "IPS-2019-LNOB").getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(visitor("fp.ilo.a3").get("/proposal/" + id).body())
                .contains("value=\"IPS-2019-LNOB\" selected=\"selected\"");
        assertThat(roads.as("observer")
                        .get("/api/proposal/" + id + "/budget")
                        .getBody()
                        .at("/ceiling")
                        .asLong())
                .isEqualTo(2_000_000);
        puts("fp.undp.a3", id, whole(id), "fund", "COV00");
        assertThat(whole(id).at("/profile").has("call")).isFalse();
    }

    @Test
    void changesAClearedTextOnlyWhenTheWriterKnowsAndShowsWhatBecameVoid() {
        String id = roads.cleared();
        String cleared = whole(id).at("/fingerprint").asText();
        Visitor writer = visitor("fp.ilo.a3");
        assertThat(writer.get("/proposal/" + id).body()).contains("name=\"reopen\"");
        HttpResponse<String> refused = saves(writer, id, seen(writer, id), "Jobs", "UNDP", "24");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("value=\"Jobs\"").doesNotContain("A colleague has saved");
        assertThat(roads.state(id)).isEqualTo("READY");

        writer.post(
                "/proposal/" + id + "/profile",
                "seen",
                seen(writer, id),
                "reopen",
                "true",
                "title",
                "Jobs",
                "convening",
                "UNDP");
        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(visitor("observer").get("/cases/" + id).body()).contains("cleared version 1", "Void");
        roads.does(id, "reviseProposal", null, Map.of());
        assertThat(whole(id).at("/version").asInt()).isEqualTo(2);
        assertThat(whole(id).at("/fingerprint").asText()).isNotEqualTo(cleared);
    }

    @Test
    void isReadBesideTheClearance() {
        String id = roads.inClearance();
        String page =
                visitor("coord.undp").get("/proposal/" + id + "/clearProposal").body();

        assertThat(page).contains(roads.fingerprint(id).substring(0, 12), "agreed to version 1", "/proposal/" + id);
        assertThat(page).contains("Working days your agency has spent on it so far");
    }

    @Test
    void aCommentNamesTheSectionItIsAbout() {
        String id = roads.drafting();
        Visitor writer = visitor("fp.ilo.a3");
        String comments = "/cases/" + id + "/comments";
        assertThat(writer.get("/proposal/" + id + "/sections/summary").body())
                .contains("href=\"" + comments + "?place=summary\"");
        assertThat(writer.get(comments + "?place=summary").body()).contains("<option value=\"summary\" selected");
        Caller caller = roads.as("fp.ilo.a3");
        String letter = caller.upload("/api/uploads?kind=letter", "file", "margins.pdf", "%PDF-1.7 margins")
                .getBody()
                .at("/id")
                .asText();
        Map<String, String> said = Map.of("place", "summary", "comment", "Too long", "file", letter);
        ResponseEntity<JsonNode> commented = caller.post("/api" + comments, said);
        assertThat(commented.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(commented.getBody()))
                .isTrue();

        assertThat(visitor("observer").get("/cases/" + id).body())
                .contains("Commented on: Executive summary", "Too long", "margins.pdf");
        assertThat(writer.get("/proposal/" + id + "/sections/summary").body())
                .contains("Comments on this section", "Too long");
        assertThat(writer.get("/proposal/" + id + "/sections/risks").body()).doesNotContain("Too long");
        Map<String, String> nowhere = Map.of("place", "nowhere", "comment", "Too long");
        assertThat(caller.post("/api" + comments, nowhere)
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("place");
        assertThat(writer.get("/cases/" + roads.nominated() + "/comments").body())
                .contains("name=\"comment\"")
                .doesNotContain("name=\"place\"");
    }

    @Test
    void takesFurtherOrganisationsWithTheirLetterFromTheConveningAgency() {
        String id = roads.drafting();
        assertThat(whole(id).at("/organisations"))
                .extracting(one -> one.at("/code").asText())
                .containsExactly("UNDP", "ILO");
        assertThat(adds("fp.undp.a3", id, "Ministry of Labour").getStatusCode()).isEqualTo(HttpStatus.CREATED);

        JsonNode added = whole(id).at("/organisations/2");
        assertThat(added.at("/name").asText()).isEqualTo("Ministry of Labour");
        String letter = added.at("/attachment").asText();
        assertThat(visitor("observer").get("/proposal/" + id).body())
                .contains("Ministry of Labour", "/cases/" + id + "/letters/" + letter);
        assertThat(visitor("observer")
                        .get("/cases/" + id + "/letters/" + letter)
                        .statusCode())
                .isEqualTo(200);
        assertThat(adds("fp.undp.a3", id, "ministry of labour").getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(adds("fp.ilo.a3", id, "Ministry of Health").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void removesAnAddedOrganisationThatNothingNamesAndNeverGivesItsCodeAgain() {
        String id = roads.drafting();
        Caller convening = roads.as("fp.undp.a3");
        for (String name : List.of("Ministry of Labour", "Ministry of Health", "Ministry of Finance")) {
            adds("fp.undp.a3", id, name);
        }
        String letter = whole(id).at("/organisations/4/attachment").asText();
        convening.writeBudget(id, "ORG3");
        convening.put(
                "/api/proposal/" + id + "/sections/risks",
                Map.of("revision", 0, "content", Map.of("risks", List.of(Map.of("risk", "Floods", "owner", "ORG4")))));

        assertThat(removes("fp.ilo.a3", id, "ORG5", false).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(removes("fp.undp.a3", id, "ILO", false)
                        .getBody()
                        .at("/field")
                        .asText())
                .isEqualTo("organisation");
        assertThat(removes("fp.undp.a3", id, "ORG3", false)
                        .getBody()
                        .at("/errors/0/detail")
                        .asText())
                .contains("Ministry of Labour is still named in: The budget.");
        assertThat(removes("fp.undp.a3", id, "ORG4", false)
                        .getBody()
                        .at("/errors/0/detail")
                        .asText())
                .contains("Ministry of Health is still named in", "isk");
        assertThat(removes("fp.undp.a3", id, "ORG5", false).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(whole(id).at("/organisations").findValuesAsText("code"))
                .containsExactly("UNDP", "ILO", "ORG3", "ORG4");
        assertThat(visitor("observer").get("/cases/" + id).body())
                .contains("Ministry of Finance was removed from the participating organisations", "Recorded twice");
        assertThat(visitor("observer")
                        .get("/cases/" + id + "/letters/" + letter)
                        .statusCode())
                .isEqualTo(200);
        adds("fp.undp.a3", id, "Ministry of Finance");
        assertThat(whole(id).at("/organisations/4/code").asText()).isEqualTo("ORG6");
    }

    @Test
    void removesNoOrganisationWhileTheSharesAreDisputed() {
        String id = roads.drafting();
        adds("fp.undp.a3", id, "Ministry of Labour");
        String divergence = roads.raised(id, "BUDGET_SHARE", false);

        ResponseEntity<JsonNode> refused = removes("fp.undp.a3", id, "ORG3", false);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.getBody().at("/detail").asText()).contains(divergence);
        assertThat(whole(id).at("/organisations").findValuesAsText("code")).contains("ORG3");
    }

    @Test
    void removesAnOrganisationFromAFrozenTextOnlyKnowingly() {
        String id = roads.drafting();
        adds("fp.undp.a3", id, "Ministry of Labour");
        roads.does(id, "draftProposal", null, Map.of());
        Visitor convening = visitor("fp.undp.a3");
        assertThat(convening.get("/proposal/" + id).body()).contains("/organisations/remove");
        assertThat(convening.get("/proposal/" + id + "/organisations/remove").body())
                .contains("Ministry of Labour", "name=\"reopen\"")
                .doesNotContain("value=\"ILO\"");

        assertThat(removes("fp.undp.a3", id, "ORG3", false).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(removes("fp.undp.a3", id, "ORG3", true).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(convening.get("/proposal/" + id).body()).doesNotContain("/organisations/remove");
    }

    private ResponseEntity<JsonNode> removes(String person, String id, String code, boolean reopen) {
        Map<String, Object> values = new HashMap<>(Map.of("organisation", code, "reason", "Recorded twice"));
        if (reopen) {
            values.put("reopen", true);
        }
        return roads.as(person).post("/api/proposal/" + id + "/organisations/remove", values);
    }

    private ResponseEntity<JsonNode> adds(String person, String id, String name) {
        Caller caller = roads.as(person);
        String letter = caller.upload("/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.7 " + name)
                .getBody()
                .at("/id")
                .asText();
        return caller.post("/api/proposal/" + id + "/organisations", Map.of("name", name, "letter", letter));
    }

    private HttpResponse<String> saves(
            Visitor writer, String id, String seen, String title, String convening, String months) {
        return writer.post(
                "/proposal/" + id + "/profile", "seen", seen, "title", title, "convening", convening, "months", months);
    }

    private static String seen(Visitor writer, String id) {
        Matcher found = SEEN.matcher(writer.get("/proposal/" + id).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String field(String id, String field, String value) {
        ResponseEntity<JsonNode> refused = puts("fp.undp.a3", id, whole(id), field, value);
        assertThat(refused.getStatusCode()).as(field).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return refused.getBody().at("/field").asText();
    }

    private ResponseEntity<JsonNode> puts(String person, String id, JsonNode seen, String field, String value) {
        Map<String, String> profile = new HashMap<>();
        seen.at("/profile")
                .fields()
                .forEachRemaining(
                        one -> profile.put(one.getKey(), one.getValue().asText()));
        profile.put(field, value);
        return roads.as(person)
                .put(
                        "/api/proposal/" + id + "/profile",
                        Map.of("profile", profile, "seen", seen.at("/seen").asText(), "reopen", false));
    }

    private JsonNode whole(String id) {
        return roads.as("observer").get("/api/proposal/" + id).getBody();
    }

    private static String country(String id) {
        return id.split("-")[1];
    }

    private Visitor visitor(String name) {
        return Visitor.of(port, name);
    }
}
