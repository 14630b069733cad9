package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases opened in a Tandem that runs elsewhere, seven to a country, and who answers what in each until all have declined. */
final class ManyCases {

    private static final List<String> AREAS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7");

    private final Map<String, String[]> directors = new LinkedHashMap<>();
    private final Map<String, String> gainOf = new LinkedHashMap<>();

    /** One answer to one task, by the only person of a side. */
    record Answer(String user, String caseId, String path, Map<String, String> body) {

        boolean isAgreement() {
            return path.endsWith("agreeNomination");
        }

        HttpResponse<String> send(Remote to) {
            return to.post(user, path, body);
        }
    }

    Set<String> ids() {
        return directors.keySet();
    }

    /** Countries with a region on both sides, so that each has two directors. */
    static List<JsonNode> countries(Remote in) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = in.get("admin", "/api/countries?page=" + ++number);
            for (JsonNode country : page.get("items")) {
                if (director(country, "UNDP") != null && director(country, "ILO") != null) {
                    found.add(country);
                }
            }
        } while (number < page.get("pages").asInt());
        return found;
    }

    private static @Nullable String director(JsonNode country, String agency) {
        for (JsonNode region : country.at("/agencies")) {
            if (region.path("agency").asText().equals(agency) && region.hasNonNull("region")) {
                String name = "rd." + agency + "." + region.get("region").asText();
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    /** @return the agreements that come next */
    List<Answer> nominate(Remote in, JsonNode country) {
        String iso3 = country.findValue("iso3").asText();
        Map<String, Object> nomination = new LinkedHashMap<>(Caller.nomination("FFA", iso3, "A1"));
        nomination.put("areas", AREAS);
        Map<String, String> gains = new LinkedHashMap<>();
        AREAS.forEach(area -> gains.put(area, gain(in, area)));
        nomination.put("gains", gains);
        HttpResponse<String> opened = in.post("coord.undp", "/api/selection/nominations", nomination);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        List<Answer> agreements = new ArrayList<>();
        for (JsonNode id : Remote.read(opened.body()).get("cases")) {
            directors.put(id.asText(), new String[] {director(country, "UNDP"), director(country, "ILO")});
            agreements.add(agreement(id.asText()));
        }
        return agreements;
    }

    private String gain(Remote in, String area) {
        if (gainOf.isEmpty()) {
            for (JsonNode known : in.get("admin", "/api/frameworks/FFA").findValue("areas")) {
                gainOf.put(
                        known.get("code").asText(),
                        known.get("gains").get(0).get("code").asText());
            }
        }
        return gainOf.get(area);
    }

    static Answer agreement(String caseId) {
        String area = caseId.split("-")[2].toLowerCase(Locale.ROOT);
        return new Answer(
                "fp.ilo." + area, caseId, "/api/selection/" + caseId + "/agreeNomination", Map.of("decision", "AGREE"));
    }

    /** What comes after an answer. All decline, so that a country can be named again when the world has been gone through. */
    List<Answer> after(Answer answer) {
        return answer.isAgreement() ? votes(answer.caseId()) : List.of();
    }

    private List<Answer> votes(String caseId) {
        List<Answer> votes = new ArrayList<>();
        for (String director : directors.get(caseId)) {
            votes.add(new Answer(
                    director,
                    caseId,
                    "/api/vetting/" + caseId + "/vetCountry",
                    Map.of("decision", "DECLINE", "reason", "As agreed by " + director)));
        }
        return votes;
    }

    /** Role and agency of everybody whose decision in a case may be read, in the order of the history. */
    static List<String> decisions(Remote in, String caseId) {
        return decisions(in.get("observer", "/api/cases/" + caseId));
    }

    private static List<String> decisions(JsonNode read) {
        List<String> decisions = new ArrayList<>();
        for (JsonNode entry : read.get("history")) {
            if (entry.get("kind").asText().equals("DECISION")) {
                String[] group = entry.get("actingAs").asText().split(":");
                decisions.add(group[0] + " " + group[1]);
            }
        }
        return decisions;
    }

    /** Nothing is lost and nothing counts twice. */
    static void everyDecisionIsThereOnce(Remote in, String caseId) {
        JsonNode read = in.get("observer", "/api/cases/" + caseId);
        assertThat(read.at("/file/state").asText()).as(caseId).isEqualTo("NOT_SELECTED");
        assertThat(decisions(read))
                .as(caseId)
                .containsExactlyInAnyOrder("focal-point ILO", "regional-director UNDP", "regional-director ILO");
    }
}
