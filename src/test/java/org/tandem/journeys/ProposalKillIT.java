package org.tandem.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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

/** The application dies while two people write: the words on their screens are the words that are there afterwards. */
@ExtendWith(Chromium.class)
class ProposalKillIT {

    private static final String SAVED = "What both countries know about floors, word by word.";
    private static final String UNSAVED = " And what was typed when nobody listened.";

    @TempDir
    Path data;

    @Test
    void keepsEveryWordThroughAKill() {
        int port = RunningApplication.freePort();
        Map<String, ?> demo = Map.of("tandem.demo", true);
        try (BrowserContext undp = browser(port);
                BrowserContext ilo = browser(port)) {
            Desk one = new Desk(undp.newPage());
            Desk other = new Desk(ilo.newPage());
            String id;
            try (RunningApplication killed =
                    RunningApplication.start(data, port, demo).awaitReady()) {
                id = drafting(caller(port));
                one.signIn("fp.undp.a3");
                other.signIn("fp.ilo.a3");
                one.open("/proposal/" + id + "/sections/summary");
                other.open("/proposal/" + id + "/sections/strategy");
                one.field("Text").fill(SAVED);
                saved(one);
                other.field("Text").fill(SAVED);
                saved(other);
                killed.kill9();
            }
            one.field("Text").fill(SAVED + UNSAVED);
            assertThat(one.page().locator(".draft-state")).hasText(Pattern.compile("could not be saved"));
            try (RunningApplication again =
                    RunningApplication.start(data, port, demo).awaitReady()) {
                assertThat(again.log()).doesNotContain("ERROR");
                assertThat(stored(caller(port), id, "summary")).isEqualTo(SAVED);
                assertThat(stored(caller(port), id, "strategy")).isEqualTo(SAVED);
                one.field("Text").press("End");
                one.field("Text").pressSequentially("!");
                saved(one);

                assertThat(stored(caller(port), id, "summary")).isEqualTo(SAVED + UNSAVED + "!");
            }
        }
    }

    private static BrowserContext browser(int port) {
        BrowserContext context = Chromium.get().newContext(Journey.options().setBaseURL("http://localhost:" + port));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        return context;
    }

    private static Caller caller(int port) {
        return Caller.of(
                new TestRestTemplate(new RestTemplateBuilder().rootUri("http://localhost:" + port)), "fp.undp.a3");
    }

    private static String drafting(Caller undp) {
        String id = undp.post("/api/programmes", Map.of("title", "Floors", "area", "FFA-A3", "country", "BTN"))
                .getBody()
                .at("/id")
                .asText();
        undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN"));
        return id;
    }

    private static String stored(Caller caller, String id, String section) {
        return caller.get("/api/proposal/" + id + "/sections/" + section)
                .getBody()
                .at("/content/text")
                .asText();
    }

    private static void saved(Desk desk) {
        assertThat(desk.page().locator(".draft-state")).hasText(Pattern.compile("^Saved \\d\\d:\\d\\d$"));
    }
}
