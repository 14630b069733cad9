package org.tandem.funds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * The form a fund asks proposals in (D42).
 *
 * @param code key everywhere, such as IPS-JP-2019
 * @param title in English
 * @param titleFr the official one where there is one, otherwise ours
 * @param version which issue of the form this is, in words
 * @param year when it came out
 * @param fundCodes funds that ask for it
 * @param stage {@code concept_note} or {@code full_document}
 * @param basis how the data know, in words
 * @param rules codes of the rules a proposal in this form is checked by
 */
public record ProposalTemplate(
        String code,
        String title,

        @Nullable @JsonProperty("title_fr") @With(AccessLevel.PRIVATE)
        String titleFr,

        String version,
        int year,
        @JsonProperty("fund_codes") List<String> fundCodes,
        String stage,
        String basis,
        @With(AccessLevel.PRIVATE) List<Section> sections,
        @Nullable @JsonProperty("results_framework") String resultsFramework,
        @Nullable @JsonProperty("risk_table") String riskTable,
        @Nullable String budget,
        @Nullable @JsonProperty("signature_block") String signatureBlock,
        List<String> markers,
        @With(AccessLevel.PRIVATE) List<String> rules) {

    /**
     * @param kind what is written there: text, results-framework, budget, risks, markers, sdg-targets, signatures, cover,
     *     annexes, checklist, workplan, stakeholders, target-groups, safeguards or references
     * @param limit null when none is known
     */
    public record Section(
            String id,
            @JsonProperty("title_en") String titleEn,

            @Nullable @JsonProperty("title_fr") @With(AccessLevel.PRIVATE)
            String titleFr,

            String kind,
            boolean required,
            @Nullable Limit limit,
            String basis,
            @Nullable String guidance) {

        public String title(Locale locale) {
            return locale.getLanguage().equals("fr") && titleFr != null ? titleFr : titleEn;
        }

        Section titled(Map<String, String> french) {
            return titleFr == null ? withTitleFr(french.get(titleEn)) : this;
        }
    }

    /** @param unit pages, words or characters */
    public record Limit(String unit, int max) {}

    public String title(Locale locale) {
        return locale.getLanguage().equals("fr") && titleFr != null ? titleFr : title;
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** With these rules, and with those of the sections of whose kind it has none. */
    ProposalTemplate with(List<Section> moreSections, List<String> moreRules) {
        Set<String> kinds = sections.stream().map(Section::kind).collect(Collectors.toSet());
        return withSections(Stream.concat(
                                sections.stream(),
                                moreSections.stream().filter(section -> !kinds.contains(section.kind())))
                        .toList())
                .withRules(Stream.concat(rules.stream(), moreRules.stream())
                        .distinct()
                        .toList());
    }

    ProposalTemplate titled(Map<String, String> french) {
        return withTitleFr(titleFr == null ? french.get(title) : titleFr)
                .withSections(
                        sections.stream().map(section -> section.titled(french)).toList());
    }

    boolean isFull() {
        return stage.equals("full_document");
    }
}
