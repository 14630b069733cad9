package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A Tandem that runs as a process of its own, as callers of its API see it. */
public record Remote(URI address) {

    /** Longer than anything waits that will still be answered. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Remote of(RunningApplication application) {
        return new Remote(application.address());
    }

    public JsonNode get(String user, String path) {
        return read(text(user, path));
    }

    public String text(String user, String path) {
        HttpResponse<String> response = exchange(request(user, path).GET().build());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return response.body();
    }

    /** @throws UncheckedIOException when no answer came back, which says nothing about whether it counted */
    public HttpResponse<String> post(String user, String path, Object body) {
        return exchange(request(user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body)))
                .build());
    }

    private HttpRequest.Builder request(String user, String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":tandem").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
