package org.tandem.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;

/** Title, convening party, fund, form, time and organisations of a proposal. */
@Component
@RequiredArgsConstructor
class ProfilePart implements ContentPart {

    private final Proposals proposals;
    private final Cases cases;
    private final Organisations organisations;
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
        profile.put(
                "startsOn",
                proposal.startsOn() == null ? null : proposal.startsOn().toString());
        profile.put("months", proposal.months());
        profile.put(
                "organisations",
                organisations.of(id).stream()
                        .map(one -> List.of(one.code(), one.name()))
                        .toList());
        return json.valueToTree(profile);
    }
}
