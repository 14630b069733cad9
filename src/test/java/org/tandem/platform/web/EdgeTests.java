package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.TandemTest;
import org.tandem.platform.edge.SafetyHeaders;

/** What does a client get that does not speak as browsers do, and what do the others notice of it? */
@TandemTest("tandem.demo=true")
@ExtendWith(OutputCaptureExtension.class)
class EdgeTests {

    private static final String HOST = "Host: tandem.example\r\n";
    private static final String MARK = "mark-of-the-sender";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    static Stream<String> unreadable() {
        return Stream.of(
                "GET /" + MARK + "\u0000 HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + "%00 HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + "%zz HTTP/1.1\r\n" + HOST,
                "GET /%2e%2e/" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /a%2f" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /a%5c" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /a\\" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /../" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET //" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + ";a=b HTTP/1.1\r\n" + HOST,
                "GET /?<" + MARK + "> HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + "\u00e9 HTTP/1.1\r\n" + HOST,
                "GET " + MARK + " HTTP/1.1\r\n" + HOST,
                "GET * HTTP/1.1\r\n" + HOST,
                "GET ftp://" + MARK + "/ HTTP/1.1\r\n" + HOST,
                "GET http://other.example/" + MARK + " HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + " HTTP/9.9\r\n" + HOST,
                "GET /" + MARK + " HTTPS/1.1\r\n" + HOST,
                "\u0016\u0003\u0001\u0002" + MARK + " \r\n",
                "G<T /" + MARK + " HTTP/1.1\r\n" + HOST,
                "FOO /" + MARK + " HTTP/1.1\r\n" + HOST,
                "FOO /api/" + MARK + " HTTP/1.1\r\n" + HOST,
                "TRACE /" + MARK + " HTTP/1.1\r\n" + HOST,
                "CONNECT " + MARK + ":443 HTTP/1.1\r\n" + HOST,
                "GET /" + MARK + " HTTP/1.1\r\n",
                "GET /" + MARK + " HTTP/1.1\r\n" + HOST + "Host: " + MARK + "\r\n",
                "GET /login HTTP/1.1\r\nHost: " + MARK + " x\r\n",
                "GET /login HTTP/1.1\r\nHost: [::1" + MARK + "\r\n",
                "GET /login HTTP/1.1\r\nHost: " + MARK + ":x\r\n",
                "GET /login HTTP/1.1\r\n" + HOST + "X: " + MARK + "x".repeat(20_000) + "\r\n",
                "GET /login HTTP/1.1\r\n" + HOST + ("X: " + MARK + "\r\n").repeat(200),
                "GET /login HTTP/1.1\r\n" + HOST + "X y: " + MARK + "\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST,
                "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: " + MARK + "\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: " + MARK + "\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nzz" + MARK + "\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\n1;" + "x".repeat(20_000) + "\r\n",
                "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 8\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=%zz%zz\r\n",
                "POST /login HTTP/1.1\r\n" + HOST
                        + "Content-Length: 5\r\nContent-Type: multipart/form-data\r\n\r\nabcde",
                "POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\nContent-Type: */*\r\n",
                "GET /login HTTP/1.1\r\n" + HOST + "Expect: " + MARK + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void anUnreadableRequestGetsAPageOfTheHouse(String head, CapturedOutput log) throws Exception {
        String answer = raw(head + (head.contains("\r\n\r\n") ? "" : "Connection: close\r\n\r\n"));

        assertThat(answer).matches("(?s)HTTP/1\\.1 [45]\\d\\d .*").doesNotContain(MARK, "Exception", "Tomcat", "\tat ");
        assertThat(answer).containsAnyOf("<h1>", "application/problem+json");
        assertSafe(answer);
        assertThat(log.getAll().lines().filter(line -> line.contains(MARK))).isEmpty();
        assertThat(log.getAll()).doesNotContain("\tat org.apache");
    }

    @Test
    void theSameIsSaidInTheLanguageOfTheBrowserAndToMachinesAsADocument() throws Exception {
        String head = "%s HTTP/1.1\r\n" + HOST + "Accept-Language: fr-CH, en;q=0.5\r\nConnection: close\r\n\r\n";

        assertThat(raw(head.formatted("TRACE /inbox"))).contains("<html lang=\"fr\"", "Cela ne peut pas se faire ici");
        assertThat(raw(head.formatted("TRACE /api/inbox")))
                .startsWith("HTTP/1.1 405")
                .contains("application/problem+json", "\"code\":\"platform.problem.405\"", "Cette adresse");
    }

    @Test
    void whoCannotBeSentHeadersIsSentNothing() throws Exception {
        assertThat(raw("GET /login\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /login, 200",
        "HEAD, /login, 200",
        "GET, /, 302",
        "GET, /inbox, 302",
        "GET, /nowhere, 302",
        "GET, /css/tandem.css, 200",
        "GET, /css/none.css, 404",
        "GET, /api/inbox, 401",
        "GET, /actuator/health, 200",
        "GET, /actuator/env, 401",
        "POST, /inbox, 403",
        "POST, /api/inbox, 403",
        "DELETE, /inbox, 403",
        "OPTIONS, *, 200",
        "GET, /login?blocked=x, ''"
    })
    void everyAnswerHasTheSafetyHeaders(String method, String path, String status) throws Exception {
        String answer =
                raw(method + " " + path + " HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertSafe(answer);
    }

    @Test
    void anUnchangedFileHasTheSafetyHeadersToo() throws Exception {
        String head = "GET /css/tandem.css HTTP/1.1\r\n" + HOST + "%sConnection: close\r\n\r\n";
        String modified = raw(head.formatted("")).replaceFirst("(?s).*(Last-Modified: [^\r]*\r\n).*", "$1");

        String answer = raw(head.formatted(modified.replace("Last-Modified", "If-Modified-Since")));

        assertThat(answer).startsWith("HTTP/1.1 304").contains("max-age=31536000");
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: //evil.example",
                "Forwarded: host=evil.example;proto=https",
                "Forwarded: for=;;\"",
                "X-Forwarded-Proto: javascript",
                "X-Forwarded-Port: x",
                "X-Original-URL: /people",
                "Host: evil.example"
            })
    void nobodyIsSentToAnotherSite(String header) throws Exception {
        String host = header.startsWith("Host") ? "" : HOST;
        for (String path : List.of("/", "/inbox")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\n" + host + header + "\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 302")
                    .doesNotContain("evil")
                    .containsPattern("(?i)Location: /(inbox|login)\r\n");
        }
    }

    @Test
    void slowClientsDoNotKeepTheOthersWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 230; i++) {
                slow.add(open("POST /login HTTP/1.1\r\n" + HOST + "Content-Length: 1000\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="));
            }
            HttpRequest.Builder login = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                    .timeout(Duration.ofSeconds(8));

            assertThat(browser.send(login.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThat(browser.send(
                                    login.header("Content-Type", "application/x-www-form-urlencoded")
                                            .POST(BodyPublishers.ofString("username=x&password=y"))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(302);
            String refused = read(slow.get(229));
            assertThat(refused).startsWith("HTTP/1.1 503").contains("Retry-After", "Too many slow connections");
            assertSafe(refused);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/vetting/decisions, application/json, '[{},', '{},'",
        "/login, application/x-www-form-urlencoded, 'a=', 'xxxx'",
        "/api/selection/imports, multipart/form-data; boundary=b, '--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n', 'xxxx'"
    })
    void aBodyWithoutEndIsTooLarge(String path, String type, String start, String more) throws Exception {
        String answer;
        try (Socket socket = open("POST " + path + " HTTP/1.1\r\n" + HOST + basic("coord.undp") + "Content-Type: "
                + type + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(start))) {
            byte[] flood = chunk(more.repeat(16_384)).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 13 * 16; i++) {
                socket.getOutputStream().write(flood);
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            answer = read(socket);
        }
        assertThat(answer).startsWith("HTTP/1.1 413");
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "json",
                "application/json;charset=*",
                "text/plain;charset=none",
                "\u0001",
                "a/b;"
            })
    void junkAsContentTypeIsNotAccepted(String type) throws Exception {
        String answer = raw("POST /api/vetting/decisions HTTP/1.1\r\n" + HOST + basic("coord.undp") + "Content-Type: "
                + type + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]");

        assertThat(answer).matches("(?s)HTTP/1\\.1 4(00|15) .*");
        assertSafe(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/vetting/decisions",
        "PUT, /api/profile",
        "POST, /api/selection/imports",
        "DELETE, /api/inbox"
    })
    void controlCharactersInAFormToTheApiAreNoFaultOfOurs(String method, String path) throws Exception {
        for (String body : List.of("a=\u0000\u0007", "a=%00%07", "%00=%00", "=", "a=%", "&&&", "\u0000")) {
            String answer = raw(method + " " + path + " HTTP/1.1\r\n" + HOST + basic("coord.undp")
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body);

            assertThat(answer).as(body).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: REDIRECT_URI=L2luYm94DQpTZXQtQ29va2llOiBhPWI=",
                "Cookie: REDIRECT_URI=%%%%",
                "Cookie: tandem-language=\u0001; SESSION=%%%; REDIRECT_URI=\"",
                "Cookie: tandem-language=xx-YY-zz-@@@@; SESSION=AAAA",
                "Accept-Language: \"*;q=x, ----, fr--",
                "Accept: ;;;, */junk;q=9",
                "Range: bytes=9-1,x",
                "If-Modified-Since: yesterday",
                "If-None-Match: \"\"\"",
                "X-HTTP-Method-Override: DELETE",
                "Sec-Fetch-Site: \u0001",
                "Referer: ::::",
                "Origin: ::::",
                "Authorization: Basic %%%",
                "Authorization: Basic",
                "Authorization: Bearer x"
            })
    void anOddHeaderIsNoFaultOfOurs(String header) throws Exception {
        for (String target :
                List.of("GET /login", "GET /inbox", "GET /css/tandem.css", "GET /api/inbox", "GET /nowhere")) {
            String answer = raw(target + " HTTP/1.1\r\n" + HOST + header + "\r\nConnection: close\r\n\r\n");

            assertThat(answer).as(target).matches("(?s)HTTP/1\\.1 [234]\\d\\d .*");
            assertSafe(answer);
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String basic(String name) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((name + ":tandem").getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static void assertSafe(String answer) {
        String head =
                answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n"))).toLowerCase(Locale.ROOT);
        assertThat(SafetyHeaders.ALL.keySet()).allSatisfy(name -> assertThat(
                        head.lines().filter(line -> line.startsWith(name.toLowerCase(Locale.ROOT) + ":")))
                .as(name)
                .hasSize(1));
        assertThat(head).doesNotContain("\nserver:");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = open(request)) {
            return read(socket);
        }
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(20_000);
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            in.transferTo(all);
        } catch (IOException closed) {
            // what came before counts
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
