package org.tandem.proposal.sections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.platform.Message;
import org.tandem.proposal.sections.SectionRules.Asked;
import org.tandem.proposal.sections.SectionRules.Gap;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.Option;

/** What are the rules about sections? */
class SectionRulesTests {

    private static final Asked NOTHING = new Asked(Set.of(), List.of());

    @Test
    void aRequiredSectionIsNotEmpty() {
        assertThat(gaps("text", Map.of())).containsExactly("R03 empty ");
        assertThat(SectionRules.gaps("text", false, Map.of(), List.of(), NOTHING))
                .isEmpty();
    }

    @Test
    void whatTheFormSaysIsJudgedByTheRuleOfTheSection() {
        assertThat(told("results-framework", "indicators.2.baseline", "required"))
                .isEqualTo("R26 required indicators-2-baseline");
        assertThat(told("risks", "risks.0.mitigation", "required")).isEqualTo("R32 required risks-0-mitigation");
        assertThat(told("risks", "risks.0.owner", "requiredChoice")).isEqualTo("R32 requiredChoice risks-0-owner");
        assertThat(told("markers", "gender", "requiredChoice")).isEqualTo("R13 requiredChoice gender");
        assertThat(told("markers", "humanRights", "requiredChoice")).isEqualTo("R20 requiredChoice humanRights");
        assertThat(told("text", "text", "tooManyWords")).isEqualTo("R04 tooManyWords text");
        assertThat(told("text", "text", "tooLong")).isEqualTo("R04 tooLong text");
        assertThat(told("workplan", "activities.0.organisation", "choice"))
                .isEqualTo("T05 choice activities-0-organisation");
        assertThat(told("references", "framework", "required")).isEqualTo("R30 required framework");
        assertThat(told("safeguards", "principles", "requiredChoice")).isEqualTo("T01 requiredChoice principles");
    }

    @Test
    void everyOutcomeAndOutputHasAnIndicator() {
        assertThat(gaps("results-framework", results("1", "1.1", "1.1")))
                .containsExactly("R26 noIndicator outcomes-0-number");
        assertThat(gaps("results-framework", results("1", "1.1", "1")))
                .containsExactly("R26 noIndicator outputs-0-number");
        assertThat(gaps("results-framework", results("1", "1", "1"))).containsExactly("T05 twice outputs-0-number");
    }

    @Test
    void aResultsFrameworkHasAllThreeLists() {
        assertThat(gaps("results-framework", Map.of("outcomes", List.of(Map.of("statement", "Floors")))))
                .containsExactly("R26 noRows.outputs outputs", "R26 noRows.indicators indicators");
    }

    @Test
    void theSharesOfTheTargetsAddUpTo100() {
        assertThat(gaps("sdg-targets", shares("60", "40"))).isEmpty();
        assertThat(gaps("sdg-targets", shares("60", "30"))).containsExactly("R25 shares targets");
        assertThat(gaps("sdg-targets", shares("100"))).isEmpty();
        assertThat(gaps("sdg-targets", shares("60", "most"))).containsExactly("R25 shares targets");
    }

    @Test
    void aResponsePlanDoesNotReplaceTheCooperationFramework() {
        assertThat(gaps("references", Map.of("response", "SERP", "cca", "CCA 2021")))
                .containsExactly("T02 responseAlone framework");
        assertThat(gaps("references", Map.of("response", "SERP", "framework", "Outcome 2")))
                .isEmpty();
    }

    @Test
    void allPrinciplesOfTheAreaAreFollowed() {
        Set<String> asked = Set.of("UNIVERSALITY", "SOLIDARITY");
        assertThat(gaps("safeguards", Map.of("principles", List.of("UNIVERSALITY")), asked))
                .containsExactly("T01 principles principles");
        assertThat(gaps("safeguards", Map.of("principles", List.of("UNIVERSALITY", "SOLIDARITY")), asked))
                .isEmpty();
        assertThat(gaps("safeguards", Map.of("labour", "C102"), Set.of())).isEmpty();
    }

    @Test
    void thereAreEnoughRisksAndNotTooManyTargets() {
        Map<String, String> risk = Map.of("risk", "Floods");
        assertThat(gaps("risks", Map.of("risks", List.of(risk, risk)))).containsExactly("R33 fewRisks risks");
        assertThat(gaps("risks", Map.of("risks", List.of(risk, risk, risk)))).isEmpty();
        assertThat(gaps("sdg-targets", shares("10", "10", "10", "10", "10", "10", "10", "10", "10", "9", "1")))
                .containsExactly("R24 manyTargets targets");
    }

    @Test
    void theGenderMarkerIsGivenAndNotLow() {
        assertThat(gaps("markers", Map.of("humanRights", "2"))).containsExactly("R22 gender gender");
        assertThat(gaps("markers", Map.of("gender", "GEM1"))).containsExactly("R14 lowGender gender");
        assertThat(gaps("markers", Map.of("gender", "GEM2"))).isEmpty();
    }

    @Test
    void everyOrganisationIsInChargeOfAnOutput() {
        Map<String, Object> content = Map.of(
                "outcomes", List.of(Map.of("number", "1")),
                "outputs", List.of(Map.of("number", "1.1", "responsible", "ILO")),
                "indicators", List.of(Map.of("result", "1"), Map.of("result", "1.1")));
        Asked asked = new Asked(Set.of(), List.of(new Option("ILO", "OIT"), new Option("ORG3", "Ministry of Labour")));

        assertThat(SectionRules.gaps("results-framework", true, content, List.of(), asked))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(shown(gap)).isEqualTo("R29 noOutput outputs");
                    assertThat(gap.words().args()).containsExactly("Ministry of Labour");
                });
    }

    @Test
    void aSafeguardThatIsNotMetIsExplained() {
        assertThat(gaps("safeguards", Map.of("abuse", "NO"))).containsExactly("T03 why abuseHow");
        assertThat(gaps("safeguards", Map.of("abuse", "PARTLY", "abuseHow", "Training is due in May")))
                .isEmpty();
        assertThat(gaps("safeguards", Map.of("abuse", "YES"))).isEmpty();
    }

    private static Map<String, Object> results(String outcome, String output, String measured) {
        return Map.of(
                "outcomes", List.of(Map.of("number", outcome)),
                "outputs", List.of(Map.of("number", output)),
                "indicators", List.of(Map.of("result", measured)));
    }

    private static Map<String, Object> shares(String... shares) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String share : shares) {
            rows.add(Map.of("target", "8.5", "share", share));
        }
        return Map.of("targets", rows);
    }

    private static String told(String kind, String field, String error) {
        List<FieldError> errors = List.of(new FieldError(field, Message.of("tasks.form.error." + error)));
        return shown(SectionRules.gaps(kind, true, Map.of("any", "thing"), errors, NOTHING)
                .get(0));
    }

    private static List<String> gaps(String kind, Map<String, Object> content) {
        return gaps(kind, content, Set.of());
    }

    private static List<String> gaps(String kind, Map<String, Object> content, Set<String> principles) {
        return SectionRules.gaps(kind, true, content, List.of(), new Asked(principles, List.of())).stream()
                .map(SectionRulesTests::shown)
                .toList();
    }

    private static String shown(Gap gap) {
        return gap.rule() + " "
                + gap.words().key().replaceFirst("proposal\\.sections\\.gap\\.|tasks\\.form\\.error\\.", "") + " "
                + gap.field();
    }
}
