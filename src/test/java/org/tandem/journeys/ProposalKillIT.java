package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.tandem.Caller;
import org.tandem.RunningApplication;

/**
 * The application dies while two people write in one section and a third in the budget: the words and figures on their screens
 * are those that are there afterwards, or are kept as the writer's own.
 */
@ExtendWith(Chromium.class)
class ProposalKillIT {

    private static final String FIRST = "What both countries know about floors, word by word.";
    private static final String SECOND = "Another beginning of the same section, by the other agency.";
    private static final String UNHEARD = " And what was typed when nobody listened.";
    private static final String CELL = "UNDP.1.1.REQUESTED";

    @TempDir
    Path data;

    private String id;
    private Caller undp;

    @Test
    void keepsEveryWordAndFigureThroughAKill() {
        int port = RunningApplication.freePort();
        Map<String, ?> demo = Map.of("tandem.demo", true);
        undp = Caller.of(
                new TestRestTemplate(new RestTemplateBuilder().rootUri("http://localhost:" + port)), "fp.undp.a3");
        try (BrowserContext one = browser(port);
                BrowserContext two = browser(port);
                BrowserContext three = browser(port)) {
            Desk first = new Desk(one.newPage());
            Desk second = new Desk(two.newPage());
            Desk budget = new Desk(three.newPage());
            try (RunningApplication killed =
                    RunningApplication.start(data, port, demo).awaitReady()) {
                id = drafting();
                first.signIn("fp.undp.a3");
                second.signIn("fp.ilo.a3");
                budget.signIn("coord.undp");
                first.open(section());
                second.open(section());
                budget.open("/proposal/" + id + "/budget");
                first.field("Text").fill(FIRST);
                assertThat(state(first)).hasText(Pattern.compile("^Saved \\d\\d:\\d\\d$"));
                second.field("Text").fill(SECOND);
                assertThat(state(second)).containsText("Your text is kept");
                figure(budget, "1234.56");
                assertThat(state(budget).first()).containsText("Saved");
                killed.kill9();
            }
            first.field("Text").fill(FIRST + UNHEARD);
            assertThat(state(first)).containsText("could not be saved");
            figure(budget, "99.99");
            assertThat(state(budget).first()).containsText("could not be saved");
            assertThat(cell(budget)).hasValue("99.99");
            try (RunningApplication again =
                    RunningApplication.start(data, port, demo).awaitReady()) {
                assertThat(again.log()).doesNotContain("ERROR");
                assertThat(text()).isEqualTo(FIRST);
                assertThat(requested()).isEqualTo("1234.56");

                first.field("Text").press("Control+End");
                first.field("Text").pressSequentially("!");
                assertThat(state(first)).hasText(Pattern.compile("^Saved \\d\\d:\\d\\d$"));
                assertThat(text()).isEqualTo(FIRST + UNHEARD + "!");
                second.open(section());
                assertThat(second.field("Text")).hasValue(SECOND);
                second.says(FIRST + UNHEARD + "!");
                figure(budget, "100.01");
                assertThat(state(budget).first()).containsText("Saved");
                assertThat(requested()).isEqualTo("100.01");
                again.stop();
            }
        }
    }

    private static BrowserContext browser(int port) {
        BrowserContext context = Chromium.get().newContext(Journey.options().setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        return context;
    }

    private String drafting() {
        String started = undp.post("/api/programmes", Map.of("title", "Floors", "area", "FFA-A3", "country", "BTN"))
                .getBody()
                .at("/id")
                .asText();
        undp.as("fp.ilo.a3").answer("programme", started, "joinDrafting", Map.of("decision", "JOIN"));
        return started;
    }

    private String section() {
        return "/proposal/" + id + "/sections/summary";
    }

    private String text() {
        return undp.get("/api" + section()).getBody().at("/content/text").asText();
    }

    private String requested() {
        return undp.get("/api/proposal/" + id + "/budget")
                .getBody()
                .at("/rows/0/requested")
                .asText();
    }

    private static Locator state(Desk desk) {
        return desk.page().locator(".draft-state");
    }

    private static Locator cell(Desk budget) {
        return budget.page().locator("[name='" + CELL + "']");
    }

    private static void figure(Desk budget, String amount) {
        cell(budget).fill(amount);
        cell(budget).press("Tab");
    }
}
