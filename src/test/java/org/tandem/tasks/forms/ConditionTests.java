package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.tasks.forms.Forms.check;
import static org.tandem.tasks.forms.Forms.decision;
import static org.tandem.tasks.forms.Forms.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a field is there, on the server and as a hint for the browser. */
class ConditionTests {

    @ParameterizedTest
    @CsvSource({
        "decision = \"APPROVE\"",
        "decision != \"APPROVE\"",
        "decision=\"\"",
        "decision  !=  \"DECLINE\"",
        "other = \"APPROVE\"",
        "other != \"APPROVE\""
    })
    void findsByItselfWhatFeelFinds(String expression) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("decision", null);
        for (Map<String, Object> scope : List.of(
                nothing, Map.<String, Object>of("decision", "APPROVE"), Map.<String, Object>of("decision", 3))) {
            assertThat(Condition.of("=" + expression).holds(scope))
                    .as(expression + " " + scope)
                    .isEqualTo(Feel.isTrue(Feel.parse(expression), scope));
        }
    }

    @Test
    void asksForARequiredFieldOnlyWhenItIsThere() {
        FormDefinition form = Forms.of(
                decision(),
                field("textarea", "reason", ",'validate':{'required':true}" + hide("decision != \\\"DECLINE\\\"")));

        assertThat(check(form, "decision", "APPROVE").isClean()).isTrue();
        assertThat(check(form, "decision", "DECLINE").errors())
                .extracting(FieldError::field)
                .containsExactly("reason");
        assertThat(check(form).isClean()).isTrue();
    }

    @Test
    void hidesAWholeGroup() {
        FormDefinition form = Forms.of(
                field("checkbox", "joint", ""),
                "{'type':'group','id':'G','path':'partner'" + hide("not(joint)") + ",'components':["
                        + field("textfield", "name", ",'validate':{'required':true}") + "]}");

        assertThat(check(form, "partner.name", "x").orRefuse().has("partner.name"))
                .isFalse();
        assertThat(check(form, "joint", "on").errors())
                .extracting(FieldError::field)
                .containsExactly("partner.name");
    }

    @Test
    void followsAChainOfHiddenFields() {
        FormDefinition form = Forms.of(
                field("checkbox", "a", ""),
                field("textfield", "b", hide("a != true")),
                field("textfield", "c", hide("b = null")));

        assertThat(check(form, "b", "x", "c", "y").orRefuse().asMap()).containsOnlyKeys("a");
        assertThat(check(form, "a", "true", "b", "x", "c", "y").orRefuse().asMap())
                .containsOnlyKeys("a", "b", "c");
    }

    @Test
    void asksFactsOfTheCaseAndAnswersWithinGroupsAndNumbersAndDates() {
        FormDefinition form = Forms.of(
                "{'type':'group','id':'G','path':'budget','components':[" + field("number", "total", "") + "]}",
                field("datetime", "day", ""),
                field("textfield", "third", hide("parties < 3")),
                field("textfield", "why", hide("budget.total <= 1000")),
                field("textfield", "late", hide("day < date(\\\"2027-01-01\\\")")));
        FormInput sent =
                Forms.input("budget.total", "1000.5", "day", "2027-01-02", "third", "t", "why", "w", "late", "l");

        assertThat(form.check(sent, Forms.CONTEXT.withFact("parties", 3))
                        .orRefuse()
                        .asMap())
                .containsOnlyKeys("budget", "day", "third", "why", "late");
        assertThat(form.check(sent, Forms.CONTEXT.withFact("parties", 2))
                        .orRefuse()
                        .has("third"))
                .isFalse();
    }

    @Test
    void showsAFieldWhoseConditionCannotBeWorkedOut() {
        assertThat(Condition.of("=nowhere > 3").holds(Map.of())).isFalse();
        assertThat(Condition.of("=1 + 1").holds(Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "decision != \"DECLINE\" ~ decision=DECLINE",
                "decision = \"APPROVE\" ~ decision!=APPROVE",
                "not(list contains([\"A\",\"B\"], decision)) ~ decision=A|B",
                "list contains([\"A\", \"B\"], decision) ~ decision!=A|B",
                "not(list contains(unusual, decision)) ~ decision=C|D",
                "not(list contains(unknown, decision)) ~ -",
                "not(list contains(reasons, \"OTHER\")) ~ reasons=OTHER",
                "not(decision = \"A\") ~ decision=A",
                "decision != \"A\" and decision != \"B\" ~ decision=A|B",
                "agreed != true ~ agreed=true",
                "agreed = false ~ agreed=true",
                "not(agreed) ~ agreed=true",
                "not(not(agreed)) ~ agreed!=true",
                "name = null ~ name!=",
                "budget.kind != \"X\" ~ budget.kind=X",
                "a != \"A\" and b != \"B\" ~ -",
                "total > 3 ~ -",
                "decision != \"A|B\" ~ -",
            })
    void tellsTheBrowserWhenItCan(String hide, String shown) {
        assertThat(ShownWhen.hiddenIf(hide, Map.of("unusual", List.of("C", "D")))
                        .orElse("-"))
                .isEqualTo(shown);
    }

    private static String hide(String feel) {
        return ",'conditional':{'hide':'=" + feel + "'}";
    }
}
