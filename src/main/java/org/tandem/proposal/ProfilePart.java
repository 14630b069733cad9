package org.tandem.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;

/** Title, convening party, fund, form, time and organisations of a proposal. */
@Component
@RequiredArgsConstructor
class ProfilePart implements ContentPart {

    private final Proposals proposals;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public JsonNode of(CaseId id) {
        Proposal proposal = proposals.of(id);
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("title", cases.find(id).orElseThrow().title());
        profile.put("convening", proposal.convening());
        profile.put("fund", proposal.fund());
        profile.put("call", proposal.call());
        profile.put("template", proposal.template());
        profile.put("startsOn", proposal.startsOn() == null ? null : proposal.startsOn().toString());
        profile.put("months", proposal.months());
        profile.put(
                "organisations",
                jdbc.sql("select code, name from tandem.proposal_organisation where case_id = ? order by code")
                        .param(id.value())
                        .query((row, number) -> Arrays.asList(row.getString("code"), row.getString("name")))
                        .list());
        return json.valueToTree(profile);
    }
}
