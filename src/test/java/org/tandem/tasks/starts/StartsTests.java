package org.tandem.tasks.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.platform.UuidV7;
import org.tandem.tasks.drafts.PageDrafts;

/** Is what somebody begins of their own accord kept while they type, and begun once? */
@ProcessTest
class StartsTests {

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PageDrafts pages;

    private Visitor coordinator;
    private String caseId;
    private String page;
    private String action;

    @BeforeEach
    void open() {
        roads = roads.inArea("A5");
        caseId = roads.nominated();
        page = "/selection/" + caseId + "/suspend";
        action = "/selection/" + caseId + "/suspension";
        coordinator = Visitor.signedIn(port, "coord.undp", "tandem");
        coordinator.get(page);
    }

    @Test
    void keepsTwoTabsApart() {
        String one = id();
        String other = id();
        coordinator.post(action + "/draft?draft=" + one, "reason", "The census");
        coordinator.post(action + "/draft?draft=" + other, "reason", "The election");

        assertThat(coordinator.get(page + "?draft=" + one).body())
                .contains("The census")
                .doesNotContain("The election");
        assertThat(coordinator.get(page).body())
                .doesNotContain("The census")
                .contains(
                        "Begun and not sent", "href=\"" + page + "?draft=" + one, "href=\"" + page + "?draft=" + other);
    }

    /** Two looks at the same draft: the later one does not take the place of the earlier one unseen. */
    @Test
    void showsBothOfTwoTabsWithOneDraft() {
        String draft = id();
        String first = opened(page);
        String second = opened(page);
        coordinator.post(action + "/draft?draft=" + draft, "_once", first, "reason", "The census");

        HttpResponse<String> refused =
                coordinator.post(action + "/draft?draft=" + draft, "_once", second, "reason", "The election");
        assertThat(refused.statusCode()).isEqualTo(409);
        HttpResponse<String> both =
                coordinator.post(action + "/keep?draft=" + draft, "_once", second, "reason", "The election");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.body()).contains("in another tab", "The census", "The election");

        HttpResponse<String> sent =
                coordinator.post(action + "?draft=" + draft, "_once", second, "reason", "The election");
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body()).contains("The census", "The election");
        assertThat(roads.state(caseId)).isEqualTo("PROPOSED");
        HttpResponse<String> seen =
                coordinator.post(action + "?draft=" + draft, "_once", opened(sent), "reason", "The election");
        assertThat(Visitor.location(seen)).isEqualTo("/cases/" + caseId);
    }

    private String opened(String address) {
        return opened(coordinator.get(address));
    }

    private static String opened(HttpResponse<String> shown) {
        Matcher id = Pattern.compile("name=\"_once\"[^>]*value=\"([^\"]+)").matcher(shown.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void saysSavedOnlyWhenSomethingWasSaved() {
        String draft = id();
        assertThat(coordinator
                        .post(action + "/draft?draft=" + draft, "reason", "Mine")
                        .body())
                .contains("savedAt");

        Visitor other = Visitor.signedIn(port, "coord.ilo", "tandem");
        other.get(page);
        HttpResponse<String> refused = other.post(action + "/draft?draft=" + draft, "reason", "Not mine");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(other.post("/starts/" + draft + "/discard").statusCode()).isEqualTo(302);
        assertThat(coordinator.get(page + "?draft=" + draft).body()).contains("Mine");
        assertThat(coordinator.post("/starts/" + draft + "/discard").statusCode())
                .isEqualTo(302);
        assertThat(coordinator.get(page + "?draft=" + draft).body()).doesNotContain("Mine");
    }

    @Test
    void beginsOnceHoweverOftenTheButtonIsPressed() {
        String comments = "/cases/" + caseId + "/comments";
        String draft = id();
        coordinator.post(comments, "draft", draft, "comment", "Once is enough");
        HttpResponse<String> second = coordinator.post(comments, "draft", draft, "comment", "Once is enough");

        assertThat(Visitor.location(second)).isEqualTo("/cases/" + caseId);
        assertThat(roads.details(caseId).at("/history"))
                .filteredOn(entry -> entry.at("/text").asText().equals("Once is enough"))
                .hasSize(1);
        assertThat(Visitor.location(coordinator.get(comments + "?draft=" + draft)))
                .isEqualTo("/cases/" + caseId);
    }

    @Test
    void looksAgainAtAFormThatHasChangedAndLosesNothing() {
        HttpResponse<String> again = coordinator.post(
                action + "?draft=" + id(),
                "_form",
                "0123456789abcdef",
                "reason",
                "The census",
                "why",
                "A field of old");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("has changed since you opened it", "The census", "A field of old");
        assertThat(roads.state(caseId)).isEqualTo("PROPOSED");
    }

    @Test
    void saysThatTheFormOfADraftHasChanged() {
        String draft = id();
        coordinator.post(action + "/draft?draft=" + draft, "_form", "0123456789abcdef", "reason", "The census");

        assertThat(coordinator.get(page + "?draft=" + draft).body())
                .contains("has changed since you opened it", "The census");
    }

    @Test
    void givesBackWhatWasTypedWhenItCanNotBeBegunAnyMore() {
        String draft = id();
        roads.as("coord.undp").post("/api/selection/" + caseId + "/suspension", Map.of("reason", "First"));

        HttpResponse<String> late = coordinator.post(action + "?draft=" + draft, "reason", "Too late to be first");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Your side has paused this country already", "Too late to be first");
    }

    @Test
    void namesWhatIsMissingBesideItsField() {
        HttpResponse<String> refused = coordinator.post(action + "?draft=" + id(), "reason", " ");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#reason\"", "id=\"reason-error\"");
    }

    /** What a page keeps was kept under a key that could be worked out from person and page. */
    @Test
    void readsAndPlantsNothingWhereAPageKeepsItsDraft() {
        UUID director = UUID.randomUUID();
        String key = UUID.nameUUIDFromBytes((director + " several:vetCountry").getBytes(StandardCharsets.UTF_8))
                .toString();
        coordinator.post(action + "/draft?draft=" + key, "reason", "Mine");
        pages.save("several:vetCountry", director, Map.of("reason", List.of("For one pair of eyes")), null);

        assertThat(coordinator.get(page + "?draft=" + key).body()).doesNotContain("For one pair of eyes");
        coordinator.post(action + "/draft?draft=" + key, "reason", "Planted");
        coordinator.post(action + "?draft=" + key, "reason", " ");
        coordinator.post("/starts/" + key + "/discard");
        assertThat(pages.of("several:vetCountry", director).orElseThrow().typed())
                .containsEntry("reason", List.of("For one pair of eyes"));
        pages.forget("several:vetCountry", UUID.randomUUID());
        assertThat(pages.of("several:vetCountry", director)).isPresent();
    }

    @Test
    void takesNoIdThatItHasNotMade() {
        HttpResponse<String> refused =
                coordinator.post(action + "/draft?draft=" + UUID.randomUUID(), "reason", "The census");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(coordinator
                        .post(action + "?draft=" + UUID.randomUUID(), "reason", "The census")
                        .body())
                .contains("names no draft of yours", "The census");
        assertThat(roads.state(caseId)).isEqualTo("PROPOSED");
    }

    @Test
    void keepsTheDraftsOfPagesThatThereAreAndTheLatestOfThem() {
        UUID writer = UUID.randomUUID();
        for (int one = 0; one <= 100; one++) {
            pages.save("section:" + one, writer, Map.of("text", List.of("Mine")), null);
        }

        assertThat(pages.of("section:0", writer)).isEmpty();
        assertThat(pages.of("section:1", writer)).isPresent();
        assertThat(pages.of("section:100", writer)).isPresent();
        assertThat(coordinator
                        .post("/tasks/several/draft", "_key", "whatever", "reason", "x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void savesADraftWithoutScript() {
        HttpResponse<String> kept = coordinator.post(action + "/keep?draft=" + id(), "reason", "Half a");

        assertThat(Visitor.location(kept)).startsWith(page + "?draft=");
        assertThat(coordinator.get(Visitor.location(kept)).body()).contains("Half a", "Your draft is saved");
    }

    private static String id() {
        return new UuidV7(Clock.systemUTC()).next().toString();
    }
}
