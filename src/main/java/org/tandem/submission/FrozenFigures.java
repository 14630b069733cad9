package org.tandem.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.FrozenVersions;

/** What a frozen version asks from the fund, to the cent as it was cleared. */
@Component
@RequiredArgsConstructor
class FrozenFigures {

    private final FrozenVersions versions;
    private final ObjectMapper json;

    FrozenVersion version(Submission submission) {
        return versions.find(submission.programmeId(), submission.number()).orElseThrow();
    }

    FrozenVersion latest(CaseId programme) {
        return versions.latest(programme).orElseThrow();
    }

    BigDecimal requested(FrozenVersion version) {
        return new BigDecimal(content(version).at("/budget/requested").asText("0.00"));
    }

    /** By organisation, in the order of the budget. */
    Map<String, BigDecimal> requestedBy(FrozenVersion version) {
        Map<String, BigDecimal> requested = new LinkedHashMap<>();
        content(version)
                .at("/budget/organisations")
                .forEach(one -> requested.put(
                        one.path("organisation").asText(),
                        new BigDecimal(one.path("requested").asText("0.00"))));
        return requested;
    }

    /** Names by code. */
    Map<String, String> organisations(FrozenVersion version) {
        Map<String, String> names = new LinkedHashMap<>();
        content(version)
                .at("/profile/organisations")
                .forEach(one -> names.put(one.path(0).asText(), one.path(1).asText()));
        return names;
    }

    private JsonNode content(FrozenVersion version) {
        try {
            return json.readTree(version.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frozen version is no JSON", e);
        }
    }
}
