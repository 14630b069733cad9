package org.tandem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies, sends the token of the page seen last, and follows redirects only when told. */
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager jar = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(jar)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String name;
    private String token = "";

    public Visitor(int port) {
        this(port, "");
    }

    private Visitor(int port, String name) {
        this.base = "http://localhost:" + port;
        this.name = name;
    }

    /** Signed in, or not if the password is wrong. */
    public static Visitor signedIn(int port, String name, String password) {
        Visitor visitor = new Visitor(port, name);
        visitor.signIn(password);
        return visitor;
    }

    /** Somebody of the demo roster, who must be let in. */
    public static Visitor of(int port, String name) {
        Visitor visitor = new Visitor(port, name);
        String next = location(visitor.signIn("tandem"));
        if (next.contains("/login")) {
            throw new IllegalStateException(name + " cannot sign in: " + next);
        }
        return visitor;
    }

    private HttpResponse<String> signIn(String password) {
        get("/login");
        return post("/login", "username", name, "password", password);
    }

    public String name() {
        return name;
    }

    public List<HttpCookie> cookies() {
        return jar.getCookieStore().getCookies();
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET().build());
    }

    /** The page after all redirects. */
    public HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> present = response;
        for (int i = 0; i < 5 && present.statusCode() / 100 == 3; i++) {
            present = get(location(present));
        }
        return present;
    }

    /** Path and query of the address the answer leads to. */
    public static String location(HttpResponse<String> response) {
        URI to = URI.create(response.headers().firstValue("Location").orElseThrow());
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    /** @param fields name, value, name, value …; the token is added */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    }

    /** Sends one file as a browser does, with the token. */
    public HttpResponse<String> upload(String path, String field, String fileName, byte[] content) {
        String boundary = "tandem-boundary-7f3a";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                                + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                                + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Whatever is there. */
    public Seen see(String path) {
        return Seen.of(ask("GET", path, "*/*"));
    }

    /** A file to keep. */
    public byte[] download(String path) {
        return ask("GET", path, "*/*").body();
    }

    /** Asks by any method, and says what is accepted. */
    public HttpResponse<byte[]> ask(String method, String path, String accept) {
        return send(
                request(path)
                        .header("Accept", accept)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Any method, for a page or below {@code /api}, with a body of the kind the address takes. */
    public HttpResponse<String> send(String method, String path, Map<String, String> fields) {
        boolean machine = path.startsWith("/api/");
        HttpRequest.Builder request =
                request(path).header("Accept", machine ? "application/json" : "text/html,application/json;q=0.5");
        if (method.equals("GET")) {
            return send(request.GET().build());
        }
        request.header("X-CSRF-TOKEN", token);
        if (method.equals("DELETE")) {
            return send(request.DELETE().build());
        }
        request.header("Content-Type", machine ? "application/json" : "application/x-www-form-urlencoded");
        String json = fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String form = fields.entrySet().stream()
                .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("", "_csrf=" + encoded(token), ""));
        return send(request.method(method, BodyPublishers.ofString(machine ? json : form))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failure) {
            throw new UncheckedIOException(request.uri().toString(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
