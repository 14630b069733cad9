package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Somebody signed in by a session, who reads; follows no redirect, so that each answer is seen as it is. */
public record Browser(HttpClient client, int port, String name) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** @param body as text; of a workbook, the text of all its parts */
    public record Answer(int status, String headers, String body) {}

    public static Browser signedIn(int port, String name, String password) {
        Browser browser = new Browser(
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), port, name);
        Matcher token = TOKEN.matcher(browser.get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        String form = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + token.group(1);
        HttpResponse<byte[]> answer = browser.send(browser.to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("/login")) {
            throw new IllegalStateException(name + " cannot sign in: " + answer.statusCode() + " " + next);
        }
        return browser;
    }

    public Answer get(String address) {
        HttpResponse<byte[]> answer = send(to(address).GET().build());
        return new Answer(answer.statusCode(), answer.headers().map().toString(), text(answer.body()));
    }

    /** Asks by any method, and says what it accepts. */
    public HttpResponse<byte[]> ask(String method, String address, String accept) {
        return send(to(address)
                .header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri().toString(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(byte[] body) {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            Path file = Files.createTempFile("workbook", ".zip");
            try {
                Files.write(file, body);
                return parts(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String parts(Path workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
