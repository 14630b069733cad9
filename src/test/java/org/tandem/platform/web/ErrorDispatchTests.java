package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.TandemTest;

/** What filters and the server itself refuse, seen from outside. */
@TandemTest
class ErrorDispatchTests {

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void explainsAStalePageAndGivesBackWhatWasTyped() throws Exception {
        HttpResponse<String> answer = post("/vetting/FFA-VNM-A3/vetCountry", "reason=A+reason+written+with+care");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("<h1>Not sent yet", "You are signed out.", "A reason written with care")
                .doesNotContain("Exception", "??");
    }

    @Test
    void tellsMachinesTheSameAsADocument() throws Exception {
        HttpResponse<String> answer = post("/api/nowhere", "{}", "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"code\":\"platform.security.stale\"");
    }

    @Test
    void refusesWhatIsTooLargeBeforeAnythingElse() throws Exception {
        HttpResponse<String> answer = post("/vetting/FFA-VNM-A3/vetCountry", "reason=" + "x".repeat(4_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<h1>Too large</h1>");
    }

    @Test
    void explainsAnAddressNobodyMayUse() throws Exception {
        HttpResponse<String> answer = get("/inbox;a=b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>").doesNotContain("Exception");
    }

    @Test
    void showsTheSignInPageInTheLanguageAskedFor() throws Exception {
        HttpResponse<String> answer = get("/login?lang=fr");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<html lang=\"fr\"", "Se connecter", "lang=en")
                .doesNotContain("??");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("tandem-language=fr"));
    }

    @Test
    void letsBrowsersKeepFilesForGood() throws Exception {
        Matcher hashed = Pattern.compile("/css/tandem-[0-9a-f]{32}\\.css")
                .matcher(get("/login").body());
        assertThat(hashed.find()).isTrue();

        HttpResponse<String> css = get(hashed.group(), "Accept-Encoding", "gzip");

        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(css.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
        assertThat(css.headers().allValues("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        String[] type =
                headers.length > 0 ? headers : new String[] {"Content-Type", "application/x-www-form-urlencoded"};
        return send(request(path, type).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,application/json");
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
