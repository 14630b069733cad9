package org.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the desks of a running application by its API before the load begins. */
final class LoadCases {

    private static final List<String> AREAS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final Map<String, String> gains = new LinkedHashMap<>();

    LoadCases(URI base) throws IOException, InterruptedException {
        this.base = base;
        for (JsonNode area : get("/api/frameworks/FFA").findValue("areas")) {
            gains.put(area.at("/code").asText(), area.at("/gains/0/code").asText());
        }
    }

    /** Nominates countries for all areas; every third case goes on into vetting at once. */
    void open(int countries) throws IOException, InterruptedException {
        int number = 0;
        for (String country : countries().subList(0, countries)) {
            for (JsonNode id : nominate(country)) {
                if (number++ % 3 == 0) {
                    String area = id.asText().split("-")[2].toLowerCase(Locale.ROOT);
                    post(
                            "fp.ilo." + area,
                            "/api/selection/" + id.asText() + "/agreeNomination",
                            Map.of("decision", "AGREE"));
                }
            }
        }
    }

    private JsonNode nominate(String country) throws IOException, InterruptedException {
        Map<String, Object> nomination = new LinkedHashMap<>();
        nomination.put("framework", "FFA");
        nomination.put("country", country);
        nomination.put("areas", AREAS);
        nomination.put("entryPoint", "The running social protection project");
        nomination.put("reasons", "Floors are missing for informal workers");
        nomination.put("gains", gains);
        nomination.put("noCollaboration", "None is running yet");
        nomination.put("absenceExplanation", "Covered from the regional office");
        return post("coord.undp", "/api/selection/nominations", nomination).get("cases");
    }

    /** Those with a director on either side. */
    private List<String> countries() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = get("/api/countries?page=" + ++number);
            for (JsonNode country : page.get("items")) {
                if (country.findValuesAsText("region").stream()
                                .filter(region -> !region.equals("null"))
                                .count()
                        >= 2) {
                    found.add(country.findValue("iso3").asText());
                }
            }
        } while (number < page.get("pages").asInt());
        return found;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send(request("admin", path).GET().build());
    }

    private JsonNode post(String who, String path, Object body) throws IOException, InterruptedException {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String who, String path) {
        String password = Base64.getEncoder().encodeToString((who + ":tandem").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Basic " + password);
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
