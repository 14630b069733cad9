package org.tandem.tasks.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.platform.UuidV7;

/** What becomes of a form whose writer was signed out while typing? */
@ProcessTest
class SignedOutTests {

    private static final String TEXT = "Written while the session ended";

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    private Visitor writer;
    private String caseId;
    private String comments;

    @BeforeEach
    void open() {
        roads = roads.inArea("A5");
        caseId = roads.nominated();
        comments = "/cases/" + caseId + "/comments";
        writer = Visitor.signedIn(port, "coord.undp", "tandem");
        writer.get("/cases/" + caseId);
    }

    @Test
    void saysSoAndSpeaksOfNoMandate() {
        HttpResponse<String> refused = signedOut(comments, "comment", TEXT);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("You are signed out.", "Not sent yet", TEXT, "action=\"/login\"")
                .doesNotContain("mandate", "yours to do");
    }

    @Test
    void aCommentIsSentAfterTheSignIn() {
        String draft = new UuidV7(Clock.systemUTC()).next().toString();
        signedOut(comments, "draft", draft, "comment", TEXT);
        HttpResponse<String> again = writer.follow(writer.post(
                "/login",
                "_again",
                comments,
                "username",
                "coord.undp",
                "password",
                "tandem",
                "draft",
                draft,
                "comment",
                TEXT));

        assertThat(again.body()).contains(TEXT, "action=\"" + comments + "\"").doesNotContain("tandem\"");
        assertThat(writer.post(comments, "draft", draft, "comment", TEXT).statusCode())
                .isEqualTo(302);
        assertThat(roads.details(caseId).at("/history"))
                .anyMatch(entry -> entry.at("/text").asText().equals(TEXT));
    }

    @Test
    void aFormWithDraftsIsOpenedAgainWithEverythingInIt() {
        String address = "/selection/" + caseId + "/suspension";
        String draft = new UuidV7(Clock.systemUTC()).next().toString();
        signedOut(address + "?draft=" + draft, "_form", "x", "reason", TEXT);
        HttpResponse<String> again = writer.follow(writer.post(
                "/login",
                "_again",
                address,
                "username",
                "coord.undp",
                "password",
                "tandem",
                "_form",
                "x",
                "draft",
                draft,
                "reason",
                TEXT));

        assertThat(again.body()).contains("action=\"" + address + "/keep\"", "Open the form");
        assertThat(writer.follow(writer.post(address + "/keep", "_form", "x", "draft", draft, "reason", TEXT))
                        .body())
                .contains(TEXT);
        assertThat(roads.state(caseId)).isEqualTo("PROPOSED");
    }

    @Test
    void aWrongPasswordLosesNothing() {
        signedOut(comments, "comment", TEXT);
        HttpResponse<String> refused = writer.post(
                "/login", "_again", comments, "username", "coord.undp", "password", "tamden", "comment", TEXT);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("do not match", TEXT, "name=\"_again\" value=\"" + comments + "\"")
                .doesNotContain("tamden");
    }

    @Test
    void whoHasSignedInElsewhereSendsItFromHere() {
        writer.post("/logout");
        Visitor old = writer;
        HttpResponse<String> refused = old.post(comments, "comment", TEXT);
        assertThat(refused.body()).contains("I have signed in in another tab");
        old.post("/login", "username", "coord.undp", "password", "tandem");

        HttpResponse<String> given = old.post(comments, "comment", TEXT);
        assertThat(given.statusCode()).isEqualTo(403);
        assertThat(given.body()).contains("Send it now", TEXT).doesNotContain("mandate");
        assertThat(old.post(comments, "comment", TEXT).statusCode()).isEqualTo(302);
    }

    @Test
    void nothingIsGivenBackToAnotherSite() {
        HttpResponse<String> lured =
                writer.send("POST", comments + "?_again=https://evil.example", Map.of("comment", TEXT));

        assertThat(lured.body()).doesNotContain("evil.example");
    }

    private HttpResponse<String> signedOut(String address, String... fields) {
        writer.post("/logout");
        return writer.post(address, fields);
    }
}
