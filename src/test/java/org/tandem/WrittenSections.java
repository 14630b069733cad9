package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Sections of a proposal in which nothing is missing. */
public final class WrittenSections {

    private static final Map<String, Object> TEXT = Map.of("text", "Floors reach those who had none.");

    private WrittenSections() {}

    /** @param organisation that answers for everything */
    private static Map<String, Map<String, Object>> byKind(String organisation) {
        return Map.ofEntries(
                Map.entry("text", TEXT),
                Map.entry("annexes", TEXT),
                Map.entry(
                        "results-framework",
                        Map.of(
                                "outcomes",
                                List.of(Map.of("number", "1", "statement", "More people are covered")),
                                "outputs",
                                List.of(Map.of(
                                        "number",
                                        "1.1",
                                        "outcome",
                                        "1",
                                        "statement",
                                        "A law",
                                        "responsible",
                                        organisation)),
                                "indicators",
                                List.of(
                                        indicator("1", "Persons covered", organisation),
                                        indicator("1.1", "The law is in force", organisation)))),
                Map.entry(
                        "risks",
                        Map.of(
                                "risks",
                                List.of(Map.of(
                                        "category", "CONTEXTUAL",
                                        "risk", "Elections",
                                        "likelihood", "3",
                                        "impact", "4",
                                        "mitigation", "Talks with all sides",
                                        "owner", organisation)))),
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
        Map<String, Map<String, Object>> byKind = byKind(writer.get("/api/proposal/" + id)
                .getBody()
                .at("/organisations/0/code")
                .asText());
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
