package org.tandem.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.WrittenSections;

/** Takes a country and its proposal, by the API, to where a journey begins. */
record ReadyProposals(TestRestTemplate http, JdbcClient jdbc) {

    void selected(String country, String area, String... directors) {
        Caller undp = Caller.of(http, "fp.undp." + area.toLowerCase(Locale.ROOT));
        ok(undp.nominate(country, area));
        String id = "FFA-" + country + "-" + area;
        ok(undp.as("fp.ilo." + area.toLowerCase(Locale.ROOT))
                .answer("selection", id, "agreeNomination", Map.of("decision", "AGREE")));
        for (String director : directors) {
            ok(undp.as(director).vet(id, "APPROVE", "conditions", "With the ministry"));
        }
    }

    /** Joined by ILO, written whole. */
    String written(String country, String title) {
        Caller undp = Caller.of(http, "fp.undp.a3");
        String id = ok(undp.post("/api/programmes", Map.of("title", title, "area", "FFA-A3", "country", country)))
                .at("/id")
                .asText();
        ok(undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")));
        WrittenSections.write(undp, id);
        return id;
    }

    /** Reviewed and cleared by UNDP and ILO. */
    void clear(String id) {
        Caller undp = Caller.of(http, "fp.undp.a3");
        ok(undp.answer("proposal", id, "draftProposal", Map.of()));
        for (String reviewer : new String[] {"fp.undp.a3", "fp.ilo.a3"}) {
            ok(undp.as(reviewer).answer("proposal", id, "reviewProposal", thisVersion(id, "AGREE")));
        }
        for (String coordinator : new String[] {"coord.undp", "coord.ilo"}) {
            Map<String, Object> clear = new HashMap<>(thisVersion(id, "CLEAR"));
            clear.put("days", 12.5);
            ok(undp.as(coordinator).answer("proposal", id, "clearProposal", clear));
        }
    }

    private Map<String, String> thisVersion(String id, String decision) {
        return Map.of("decision", decision, "version", fingerprint(id));
    }

    private String fingerprint(String id) {
        return jdbc.sql(
                        "select fingerprint from tandem.proposal_version where case_id = ? order by number desc limit 1")
                .param(id)
                .query(String.class)
                .single();
    }

    void budget(String id, String organisation, String requested) {
        Caller writer = Caller.of(http, "fp.undp.a3");
        String address = "/api/proposal/" + id + "/budget";
        ok(writer.patch(
                address,
                Map.of(
                        "revision",
                        ok(writer.get(address)).at("/revision").asLong(),
                        "reopen",
                        true,
                        "organisation",
                        organisation,
                        "category",
                        1,
                        "year",
                        1,
                        "requested",
                        requested)));
    }

    static JsonNode ok(ResponseEntity<JsonNode> response) {
        assertThat(response.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(response.getBody()))
                .isTrue();
        return response.getBody();
    }
}
