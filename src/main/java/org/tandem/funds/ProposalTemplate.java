package org.tandem.funds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form a fund asks proposals in (D42).
 *
 * @param code key everywhere, such as IPS-JP-2019
 * @param title in English; the French one where there is an official one
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
        @Nullable @JsonProperty("title_fr") String titleFr,
        String version,
        int year,
        @JsonProperty("fund_codes") List<String> fundCodes,
        String stage,
        String basis,
        List<Section> sections,
        @Nullable @JsonProperty("results_framework") String resultsFramework,
        @Nullable @JsonProperty("risk_table") String riskTable,
        @Nullable String budget,
        @Nullable @JsonProperty("signature_block") String signatureBlock,
        List<String> markers,
        List<String> rules) {

    /**
     * @param kind what is written there: text, results-framework, budget, risks, markers, sdg-targets, signatures, cover,
     *     annexes, checklist, workplan or stakeholders
     * @param limit null when none is known
     */
    public record Section(
            String id,
            @JsonProperty("title_en") String titleEn,
            @Nullable @JsonProperty("title_fr") String titleFr,
            String kind,
            boolean required,
            @Nullable Limit limit,
            String basis,
            @Nullable String guidance) {

        public String title(Locale locale) {
            return locale.getLanguage().equals("fr") && titleFr != null ? titleFr : titleEn;
        }
    }

    /** @param unit pages, words or characters */
    public record Limit(String unit, int max) {}

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    boolean isFull() {
        return stage.equals("full_document");
    }
}
