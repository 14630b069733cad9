package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Sections of a proposal in which nothing is missing. */
public final class WrittenSections {

    private static final Map<String, Object> TEXT = Map.of("text", "Floors reach those who had none.");

    private WrittenSections() {}

    /** @param organisations each in charge of an output, the first of everything else */
    private static Map<String, Map<String, Object>> byKind(List<String> organisations) {
        String organisation = organisations.get(0);
        return Map.ofEntries(
                Map.entry("text", TEXT),
                Map.entry("annexes", TEXT),
                Map.entry("results-framework", results(organisations)),
                Map.entry(
                        "risks",
                        Map.of(
                                "risks",
                                List.of(
                                        risk("Elections", organisation),
                                        risk("Floods", organisation),
                                        risk("The law is late", organisation)))),
                Map.entry(
                        "markers",
                        Map.of(
                                "gender", "GEM2",
                                "genderReason", "Women in the informal economy",
                                "humanRights", "2",
                                "humanRightsReason", "The right to social security")),
                Map.entry(
                        "sdg-targets",
                        Map.of(
                                "targets",
                                List.of(
                                        Map.of("target", "1.3", "share", "60", "contribution", "Floors"),
                                        Map.of("target", "8.5", "share", "40", "contribution", "Jobs")))),
                Map.entry(
                        "stakeholders",
                        Map.of(
                                "text",
                                "The social partners sit in the board.",
                                "partners",
                                List.of(Map.of("name", "Ministry of Labour", "kind", "GOVERNMENT", "role", "Leads")))),
                Map.entry(
                        "workplan",
                        Map.of(
                                "activities",
                                List.of(Map.of(
                                        "output", "1.1",
                                        "activity", "Draft the law",
                                        "organisation", organisation,
                                        "from", "2027-01-01",
                                        "to", "2027-06-30")))),
                Map.entry(
                        "target-groups",
                        Map.of(
                                "groups",
                                List.of("WOMEN", "INFORMAL"),
                                "leftBehind",
                                "Home workers",
                                "streams",
                                List.of("2"))),
                Map.entry(
                        "safeguards",
                        Map.of(
                                "principles",
                                List.of(
                                        "UNIVERSALITY",
                                        "NON_DISCRIMINATION",
                                        "SOLIDARITY",
                                        "SOCIAL_DIALOGUE",
                                        "TRANSPARENCY",
                                        "GOOD_GOVERNANCE",
                                        "LABOUR_STANDARDS"),
                                "principlesHow",
                                "By law",
                                "labour",
                                "Convention 102",
                                "standards",
                                "YES",
                                "abuse",
                                "YES",
                                "conflict",
                                "YES",
                                "inclusion",
                                "YES")),
                Map.entry("references", Map.of("framework", "Outcome 2", "cca", "CCA of 2025", "response", "SERP")));
    }

    private static Map<String, Object> results(List<String> organisations) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        List<Map<String, Object>> indicators = new ArrayList<>();
        indicators.add(indicator("1", "Persons covered", organisations.get(0)));
        for (String organisation : organisations) {
            String number = "1." + indicators.size();
            outputs.add(Map.of("number", number, "outcome", "1", "statement", "A law", "responsible", organisation));
            indicators.add(indicator(number, "The law is in force", organisation));
        }
        return Map.of(
                "outcomes", List.of(Map.of("number", "1", "statement", "More people are covered")),
                "outputs", outputs,
                "indicators", indicators);
    }

    private static Map<String, Object> risk(String text, String organisation) {
        return Map.of(
                "category", "CONTEXTUAL",
                "risk", text,
                "likelihood", "3",
                "impact", "4",
                "mitigation", "Talks with all sides",
                "owner", organisation);
    }

    private static Map<String, Object> indicator(String result, String text, String organisation) {
        return Map.of(
                "result", result,
                "indicator", text,
                "baseline", "0",
                "target", "10,000",
                "year", "2028",
                "means", "Register of the insurance",
                "responsible", organisation);
    }

    /** Whatever is still empty in a proposal. */
    public static void write(Caller writer, String id) {
        String address = "/api/proposal/" + id + "/sections";
        Map<String, Map<String, Object>> byKind = byKind(
                writer.get("/api/proposal/" + id).getBody().at("/organisations").findValuesAsText("code"));
        for (JsonNode section : writer.get(address).getBody()) {
            if (section.at("/progress").asText().equals("EMPTY")) {
                ResponseEntity<JsonNode> saved = writer.put(
                        address + "/" + section.at("/section").asText(),
                        Map.of(
                                "revision",
                                0,
                                "content",
                                byKind.get(section.at("/kind").asText())));
                assertThat(saved.getStatusCode())
                        .as(String.valueOf(saved.getBody()))
                        .isEqualTo(HttpStatus.OK);
            }
        }
        assertThat(writer.get(address).getBody().findValues("missing"))
                .allSatisfy(missing -> assertThat(missing).isEmpty());
    }
}
