package org.tandem.proposal.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.platform.Message;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.Organisation;
import org.tandem.proposal.ProposalFile;

/** The budget of a frozen version as a workbook, with the fingerprint at the foot of every page. */
@Component
@RequiredArgsConstructor
class BudgetFile implements ProposalFile {

    private final BudgetCategories categories;
    private final Translator translator;
    private final ObjectMapper json;

    @Override
    public String kind() {
        return "budget";
    }

    @Override
    public Download.Type type() {
        return Download.Type.XLSX;
    }

    @Override
    public byte[] write(CaseView view, FrozenVersion version, Locale locale) {
        JsonNode content = content(version);
        Budget budget = BudgetPart.read(content.path("budget"));
        Map<String, Organisation> organisations = new LinkedHashMap<>();
        content.at("/profile/organisations")
                .forEach(one -> organisations.put(
                        one.path(0).asText(),
                        new Organisation(one.path(0).asText(), one.path(1).asText(), null)));
        budget.organisations().forEach(code -> organisations.putIfAbsent(code, new Organisation(code, code, null)));
        return new BudgetWorkbook(
                        budget,
                        new BudgetSums(budget, BigDecimal.ZERO),
                        organisations,
                        Math.max(1, budget.lastYear()),
                        categories,
                        translator,
                        locale)
                .bytes(translator.say(
                        Message.of(
                                "proposal.budget.sheet.version",
                                view.id(),
                                version.number(),
                                version.shortFingerprint()),
                        locale));
    }

    private JsonNode content(FrozenVersion version) {
        try {
            return json.readTree(version.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frozen version is no JSON", e);
        }
    }
}
