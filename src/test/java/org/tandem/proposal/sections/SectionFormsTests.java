package org.tandem.proposal.sections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.funds.ProposalTemplate.Limit;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;

/** Does every kind of section have its form, and is what was typed what is kept? */
class SectionFormsTests {

    private final SectionForms forms = new SectionForms();

    SectionFormsTests() throws IOException {}

    private FormDefinition form(String kind, Limit limit) {
        return forms.of(new Section("any", "Any", null, kind, true, limit, "D", null))
                .orElseThrow();
    }

    @Test
    void whatIsWrittenHereHasAForm() {
        for (String kind : Set.of(
                "text",
                "results-framework",
                "risks",
                "markers",
                "sdg-targets",
                "stakeholders",
                "checklist",
                "annexes",
                "workplan",
                "target-groups",
                "safeguards",
                "references")) {
            assertThat(form(kind, null).id()).isEqualToIgnoringCase(kind.replace("-", ""));
        }
        for (String kind : Set.of("budget", "cover", "signatures")) {
            assertThat(forms.isWritten(new Section("any", "Any", null, kind, true, null, "D", null)))
                    .as(kind)
                    .isFalse();
        }
    }

    @Test
    void pagesAreCountedAsFiveHundredWords() {
        assertThat(complaints(new Limit("pages", 1), "word ".repeat(500))).isEmpty();
        assertThat(complaints(new Limit("pages", 1), "word ".repeat(501))).containsExactly("tooManyWords");
        assertThat(complaints(new Limit("words", 3), "one two three four")).containsExactly("tooManyWords");
        assertThat(complaints(new Limit("characters", 3), "four")).containsExactly("tooLong");
        assertThat(complaints(null, "word ".repeat(15_000))).isEmpty();
    }

    private List<String> complaints(Limit limit, String text) {
        return form("text", limit)
                .check(
                        FormInput.ofValues(Map.of("text", text)),
                        FormContext.of(Instant.EPOCH, ZoneOffset.UTC, Locale.ENGLISH))
                .errors()
                .stream()
                .map(error -> error.words().key().replace("tasks.form.error.", ""))
                .toList();
    }

    @Test
    void whatIsKeptIsWhatWasTypedWithoutEmptyRows() {
        Map<String, Object> typed = Map.of(
                "risks",
                List.of(
                        Map.of("risk", " Floods ", "likelihood", "7", "mitigation", ""),
                        Map.of("risk", ""),
                        Map.of("risk", "Elections\r\nin May")));
        Map<String, Object> kept = form("risks", null).written(FormInput.ofValues(typed));

        assertThat(kept)
                .isEqualTo(Map.of(
                        "risks",
                        List.of(Map.of("risk", "Floods", "likelihood", "7"), Map.of("risk", "Elections\nin May"))));
        assertThat(form("risks", null).written(FormInput.ofValues(kept))).isEqualTo(kept);
    }

    @Test
    void aChoiceOfSeveralStaysAListEvenOfOne() {
        FormInput typed =
                FormInput.of(Map.of("groups", List.of("", "WOMEN"), "others", List.of(""), "colour", List.of("red")));

        assertThat(form("target-groups", null).written(typed)).isEqualTo(Map.of("groups", List.of("WOMEN")));
    }
}
