package org.tandem.funds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every form of a proposal that is known, from {@code reference/proposal-templates.yaml}. */
@Component
public class ProposalTemplates {

    private static final String FILE = "reference/proposal-templates.yaml";

    /** What the guidance of the UN Sustainable Development Group asks where no fund asks for a form of its own. */
    private static final String STANDARD = "COUNTRY";

    private final List<ProposalTemplate> templates;
    private final List<ProposalRule> rules;
    private final Map<String, SignatureBlock> signatureBlocks;

    private record Content(
            List<ProposalTemplate> templates,
            List<ProposalRule> rules,
            @JsonProperty("standard_sections") List<ProposalTemplate.Section> standardSections,
            @JsonProperty("standard_rules") List<String> standardRules,
            @JsonProperty("own_titles_fr") Map<String, String> french,
            @JsonProperty("signature_blocks") Map<String, SignatureBlock> signatureBlocks) {

        /** With sections and rules every proposal has, and titles of our own where there is no official French one. */
        List<ProposalTemplate> complete() {
            return templates.stream()
                    .map(template ->
                            template.with(standardSections, standardRules).titled(french))
                    .toList();
        }
    }

    ProposalTemplates() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Content content = YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, Content.class);
            templates = content.complete();
            rules = content.rules();
            signatureBlocks = content.signatureBlocks();
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Optional<ProposalTemplate> find(String code) {
        return templates.stream()
                .filter(template -> template.code().equals(code))
                .findFirst();
    }

    public List<ProposalTemplate> all() {
        return templates;
    }

    public Optional<ProposalRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The newest full form of a fund; the standard one where no fund is named or it prescribes none. */
    public ProposalTemplate fullFor(@Nullable String fund) {
        return fullOf(fund).get(0);
    }

    /** The same with the older ones behind it: windows of a fund may each have their own. */
    public List<ProposalTemplate> fullOf(@Nullable String fund) {
        List<ProposalTemplate> own = full(fund == null ? STANDARD : fund);
        return own.isEmpty() ? full(STANDARD) : own;
    }

    private List<ProposalTemplate> full(String fund) {
        return templates.stream()
                .filter(template -> template.isFull() && template.fundCodes().contains(fund))
                .sorted(Comparator.comparing(ProposalTemplate::year).reversed())
                .toList();
    }

    /** Those a proposal in this form is checked by, in their order. */
    public List<ProposalRule> rulesOf(ProposalTemplate template) {
        return template.rules().stream().flatMap(id -> rule(id).stream()).toList();
    }

    /** Who signs a proposal in this form, where that is known. */
    public Optional<SignatureBlock> signaturesOf(ProposalTemplate template) {
        return Optional.ofNullable(template.signatureBlock()).map(signatureBlocks::get);
    }
}
