package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tandem.Caller;

/** Two people in one section of a proposal: what was typed is what is stored, or kept. */
class ProposalEditorJourneyTests extends Journey {

    private static final String MINE = "Social protection floors reach women in the informal economy.";
    private static final String THEIRS = "Workers’ and employers’ organisations agree on contributions.";
    private static final String SUMMARY = "Executive summary";

    private Caller undp() {
        return Caller.of(http, "fp.undp.a3");
    }

    private String drafting(String country) {
        String id = undp().post("/api/programmes", Map.of("title", "Floors", "area", "FFA-A3", "country", country))
                .getBody()
                .at("/id")
                .asText();
        undp().as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
        return id;
    }

    private String stored(String id, String section) {
        return undp().get("/api/proposal/" + id + "/sections/" + section)
                .getBody()
                .at("/content/text")
                .asText();
    }

    @Test
    void twoPeopleInOneSectionLoseNoWord() {
        String id = drafting("BTN");
        Desk undp = desk("fp.undp.a3");
        Desk ilo = desk("fp.ilo.a3");
        undp.open("/proposal/" + id + "/sections");
        undp.follow(SUMMARY);
        ilo.open("/proposal/" + id + "/sections/summary");
        undp.field("Text").pressSequentially(MINE);
        saved(undp);
        assertThat(stored(id, "summary")).isEqualTo(MINE);

        ilo.field("Text").pressSequentially(THEIRS);
        assertThat(state(ilo)).containsText("Your text is kept");
        ilo.press("Save");
        ilo.says(MINE);
        assertThat(ilo.field("Text")).hasValue(THEIRS);
        ilo.field("Text").press("Control+End");
        ilo.field("Text").pressSequentially(" " + MINE);
        saved(ilo);
        ilo.open("/proposal/" + id + "/sections/summary");
        assertThat(ilo.field("Text")).hasValue(THEIRS + " " + MINE);
        ilo.press("Save my text");
        ilo.says("The section was saved");

        assertThat(stored(id, "summary")).isEqualTo(THEIRS + " " + MINE);
        JsonNode versions =
                undp().get("/api/proposal/" + id + "/sections/summary/versions").getBody();
        assertThat(versions).hasSize(2);
        ilo.follow("Versions of this section");
        assertThat(ilo.page().locator("ins")).hasText(Pattern.compile("agree on contributions"));
    }

    /** On a slow link an older text would otherwise arrive after a newer one. */
    @Test
    void whatIsSentWaitsForWhatIsBeingSaved() {
        String id = drafting("MNG");
        Desk undp = desk("fp.undp.a3");
        undp.open("/proposal/" + id + "/sections/summary");
        List<Route> saving = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        undp.page().route("**/summary/draft", saving::add);
        undp.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
        undp.field("Text").fill(MINE);
        undp.page().waitForCondition(() -> !saving.isEmpty());

        undp.press("Save");
        undp.says("Sending");
        assertThat(sent).noneMatch(request -> request.startsWith("POST") && request.endsWith("/summary"));
        saving.get(0).resume();
        undp.says("The section was saved");
        assertThat(stored(id, "summary")).isEqualTo(MINE);
    }

    @Test
    void aResultsFrameworkIsWrittenWithoutScript() {
        String id = drafting("LAO");
        Desk undp = deskWithoutScript("fp.undp.a3");
        undp.open("/proposal/" + id + "/sections/results");
        row(undp, "outcomes", 0, Map.of("number", "1", "statement", "More people are covered"));
        undp.press("Add a row to “Outputs”");
        row(undp, "outputs", 0, Map.of("number", "1.1", "statement", "A law on floors"));
        undp.page().locator("[name='outputs.0.outcome']").selectOption("1");
        undp.page().locator("[name='outputs.0.responsible']").selectOption("ILO");
        undp.press("Save");
        undp.says("The section was saved");
        undp.says("Result 1 has no indicator");

        JsonNode content = undp().get("/api/proposal/" + id + "/sections/results")
                .getBody()
                .at("/content");
        assertThat(content.at("/outputs/0/outcome").asText()).isEqualTo("1");
        assertThat(content.at("/outputs/0/statement").asText()).isEqualTo("A law on floors");
        assertThat(content.at("/outcomes/0/statement").asText()).isEqualTo("More people are covered");
    }

    private static void row(Desk desk, String list, int row, Map<String, String> answers) {
        answers.forEach((field, text) -> desk.page()
                .locator("[name='" + list + "." + row + "." + field + "']")
                .fill(text));
    }

    private static Locator state(Desk desk) {
        return desk.page().locator(".draft-state");
    }

    private static void saved(Desk desk) {
        assertThat(state(desk)).hasText(Pattern.compile("^Saved \\d\\d:\\d\\d$"));
    }
}
