package org.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Somebody of the demo roster who calls the API, by sign-in name. */
public record Caller(TestRestTemplate http, String name) {

    public static Caller of(TestRestTemplate http, String name) {
        return new Caller(http.withBasicAuth(name, "tandem"), name);
    }

    public Caller as(String other) {
        return of(http, other);
    }

    public ResponseEntity<JsonNode> get(String path) {
        return http.getForEntity(path, JsonNode.class);
    }

    public ResponseEntity<JsonNode> post(String path, Object body) {
        return http.postForEntity(path, body, JsonNode.class);
    }

    /** Exactly this text, declared as JSON. */
    public ResponseEntity<JsonNode> postText(String path, String text) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.postForEntity(path, new HttpEntity<>(text, headers), JsonNode.class);
    }

    public ResponseEntity<JsonNode> patch(String path, Object body) {
        return http.exchange(path, HttpMethod.PATCH, new HttpEntity<>(body), JsonNode.class);
    }

    public ResponseEntity<JsonNode> put(String path, Object body) {
        return http.exchange(path, HttpMethod.PUT, new HttpEntity<>(body), JsonNode.class);
    }

    public ResponseEntity<JsonNode> delete(String path) {
        return http.exchange(path, HttpMethod.DELETE, HttpEntity.EMPTY, JsonNode.class);
    }

    /** Something in the budget of a proposal that has none yet: without it no proposal is ready. */
    public ResponseEntity<JsonNode> writeBudget(String caseId, String organisation) {
        Map<String, Object> cell = Map.of("organisation", organisation, "category", 1, "year", 1, "requested", "1000");
        return http.exchange(
                "/api/proposal/" + caseId + "/budget", HttpMethod.PATCH, new HttpEntity<>(cell), JsonNode.class);
    }

    /** A document with nothing in it. */
    public HttpStatusCode addLetter(String caseId) {
        return addLetter(caseId, "%PDF-1.4\n%%EOF\n").getStatusCode();
    }

    public ResponseEntity<JsonNode> addLetter(String caseId, String content) {
        return upload("/api/cases/" + caseId + "/letters", "letter", "letter.pdf", content);
    }

    public HttpStatusCode importNomination(String country, String area) {
        return upload(
                        "/api/selection/imports",
                        "file",
                        "nominations.csv",
                        "framework,country,areas,entry_point,reasons,gains,no_collaboration\nFFA," + country + ","
                                + area + ",The labour councils,Dialogue has begun," + area
                                + "=COHERENCE,None is running\n")
                .getStatusCode();
    }

    public ResponseEntity<JsonNode> upload(String address, String field, String fileName, String content) {
        return upload(address, field, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public ResponseEntity<JsonNode> upload(String address, String field, String fileName, byte[] content) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add(field, new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return fileName;
            }
        });
        return http.postForEntity(address, parts, JsonNode.class);
    }

    /** Answers a task of a case with the values of its form. */
    public ResponseEntity<JsonNode> answer(String module, String caseId, String task, Map<String, ?> values) {
        return post("/api/" + module + "/" + caseId + "/" + task, values);
    }

    public ResponseEntity<JsonNode> vet(String caseId, String decision, String field, String text) {
        return answer("vetting", caseId, "vetCountry", Map.of("decision", decision, field, text));
    }

    /** Nominates a country of the Framework for Action; area 3 unless another is given. */
    public ResponseEntity<JsonNode> nominate(String country, String area) {
        return post("/api/selection/nominations", nomination("FFA", country, area));
    }

    public static Map<String, Object> nomination(String framework, String country, String area) {
        return Map.of(
                "framework",
                framework,
                "country",
                country,
                "areas",
                java.util.List.of(area),
                "entryPoint",
                "The running social protection project",
                "reasons",
                "Floors are missing for informal workers",
                "gains",
                gains(framework, area),
                "noCollaboration",
                "None is running yet",
                "absenceExplanation",
                "Covered from the regional office");
    }

    private static Map<String, String> gains(String framework, String area) {
        return switch (framework + "-" + area) {
            case "FFA-A7" -> Map.of(area, "RESOURCE-USE");
            case "MUD-M1" -> Map.of(area, "LESS-DUST");
            case "SKY-S1" -> Map.of(area, "ONE-CLOUD");
            default -> framework.equals("FFA") ? Map.of(area, "COHERENCE") : Map.of();
        };
    }
}
