package org.tandem.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The API for people: every endpoint with one sentence, taken from the OpenAPI document, and three examples to try. */
@Controller
@RequiredArgsConstructor
class ApiPages {

    static final String ADDRESS = "/api";

    private final ObjectProvider<OpenApiWebMvcResource> openApi;
    private final ObjectMapper json;

    /** @param key message key of the sentence on it */
    record Endpoint(String method, String path, String key) {}

    /** @param key message key of what it shows */
    record Example(String key, String command) {}

    @Bean
    static NavigationEntry apiEntry() {
        return new NavigationEntry(190, "platform.api.nav", ADDRESS);
    }

    @GetMapping(ADDRESS)
    String show(HttpServletRequest request, Model model) throws IOException {
        String base = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        model.addAttribute("modules", modules(request));
        model.addAttribute("examples", examples(base));
        return "platform/api";
    }

    private Map<String, List<Endpoint>> modules(HttpServletRequest request) throws IOException {
        JsonNode document = json.readTree(openApi.getObject().openapiJson(request, "/v3/api-docs", Locale.ENGLISH));
        Map<String, List<Endpoint>> modules = new TreeMap<>();
        document.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> modules.computeIfAbsent(
                                operation.getValue().at("/tags/0").asText(), unused -> new ArrayList<>())
                        .add(new Endpoint(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                ApiDocumentation.keyOf(
                                        operation.getValue().get("operationId").asText())))));
        return modules;
    }

    private static List<Example> examples(String base) {
        return List.of(
                new Example("platform.api.example.inbox", "curl -u fp.undp.a3:tandem " + base + "/api/inbox"),
                new Example("platform.api.example.nominate", """
                        curl -u fp.undp.a3:tandem %s/api/selection/nominations \\
                          -H 'Content-Type: application/json' -d '{
                            "framework": "FFA", "country": "VNM", "areas": ["A3"],
                            "entryPoint": "The running social protection project",
                            "reasons": "Informal workers are not covered",
                            "gains": {"A3": "COHERENCE"}, "collaborations": ["COL-6"]}'""".formatted(base)),
                new Example("platform.api.example.decide", """
                        curl -u rd.undp.rbap:tandem %s/api/vetting/decisions \\
                          -H 'Content-Type: application/json' -d '[
                            {"caseId": "FFA-VNM-A3", "decision": "APPROVE", "reason": "Small at first"},
                            {"caseId": "FFA-LAO-A3", "decision": "DECLINE", "reason": "No office there yet"}]'""".formatted(base)));
    }
}
