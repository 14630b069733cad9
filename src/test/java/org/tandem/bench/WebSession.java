package org.tandem.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One browser of the load: cookies, the token of the page seen last, compressed answers, all connections shared. */
final class WebSession {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    WebSession(URI base) {
        this.base = base;
    }

    /** An answer and what it weighed on the wire, head and body. */
    record Answer(int status, String body, String location, long bytes) {

        boolean isFine() {
            return status == 200 || status / 100 == 3;
        }
    }

    /** @throws IllegalStateException when the door stays shut */
    void signIn(String name) throws IOException, InterruptedException {
        get("/login");
        Answer answer = post("/login", Map.of("username", name, "password", "tandem"));
        if (!answer.location().endsWith("/inbox")) {
            throw new IllegalStateException(name + " cannot sign in: " + answer.status() + " " + answer.location());
        }
        get("/inbox");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        String form = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html,*/*;q=0.5")
                .header("Accept-Encoding", "gzip")
                .header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        String body = Unpacked.text(response);
        Matcher found = TOKEN.matcher(body);
        if (found.find()) {
            token = found.group(1);
        }
        long head = response.headers().map().entrySet().stream()
                .mapToLong(header -> header.getValue().stream()
                        .mapToLong(value -> header.getKey().length() + value.length() + 4)
                        .sum())
                .sum();
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("Location").orElse(""),
                head + response.body().length);
    }

    private void keep(String cookie) {
        String[] parts = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(parts[0], parts[1]);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
