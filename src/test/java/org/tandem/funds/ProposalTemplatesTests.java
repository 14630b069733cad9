package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Does the form of every fund ask for what every proposal says, in both languages? */
class ProposalTemplatesTests {

    private static final Set<String> ALWAYS =
            Set.of("results-framework", "risks", "markers", "sdg-targets", "target-groups", "safeguards", "references");

    private final ProposalTemplates templates = new ProposalTemplates();

    @Test
    void everyFormAsksForWhatEveryProposalSays() {
        assertThat(templates.all()).isNotEmpty().allSatisfy(template -> {
            assertThat(template.sections())
                    .as(template.code())
                    .extracting(ProposalTemplate.Section::kind)
                    .containsAll(ALWAYS);
            assertThat(template.rules()).as(template.code()).contains("R03", "R25", "R32", "T01", "T02");
        });
    }

    @Test
    void aSectionIsNamedOnceInAForm() {
        assertThat(templates.all()).allSatisfy(template -> {
            Set<String> ids = new HashSet<>();
            assertThat(template.sections()).as(template.code()).allSatisfy(section -> assertThat(ids.add(section.id()))
                    .as(section.id())
                    .isTrue());
        });
    }

    @Test
    void everyFormHasAFrenchTitle() {
        assertThat(templates.all()).allSatisfy(template -> assertThat(template.title(Locale.FRENCH))
                .as(template.code())
                .isNotEqualTo(template.title()));
    }

    @Test
    void everySectionHasAFrenchTitle() {
        assertThat(templates.all()).allSatisfy(template -> assertThat(template.sections())
                .as(template.code())
                .allSatisfy(section -> {
                    assertThat(section.titleFr()).as(section.titleEn()).isNotBlank();
                    assertThat(section.title(Locale.FRENCH)).isEqualTo(section.titleFr());
                }));
    }

    @Test
    void everyRuleOfAFormIsKnown() {
        assertThat(templates.all()).allSatisfy(template -> assertThat(template.rules())
                .as(template.code())
                .allSatisfy(rule -> assertThat(templates.rule(rule)).as(rule).isPresent()));
    }
}
