package org.tandem.proposal.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.funds.ProposalRule.Check;

/** What a rule of the data says about a fact. */
class FormRulesTests {

    private static boolean isMet(String op, @Nullable Object value, @Nullable Object fact) {
        return FormRules.isMet(new Check("field", op, value), fact);
    }

    @Test
    void comparesNumbers() {
        assertThat(isMet(">=", 2, 2)).isTrue();
        assertThat(isMet(">=", 2, 1)).isFalse();
        assertThat(isMet("<=", 24, 24)).isTrue();
        assertThat(isMet("<=", 24, 25)).isFalse();
        assertThat(isMet("between", List.of(2, 5), 5)).isTrue();
        assertThat(isMet("between", List.of(2, 5), 6)).isFalse();
        assertThat(isMet("between", List.of(2, 5), 1)).isFalse();
    }

    @Test
    void comparesWords() {
        assertThat(isMet("==", true, true)).isTrue();
        assertThat(isMet("==", true, false)).isFalse();
        assertThat(isMet("present", null, "anything")).isTrue();
    }

    @Test
    void isNeverMetByWhatIsNotKnown() {
        assertThat(List.of("present", "==", ">=", "<=", "between")).noneMatch(op -> isMet(op, List.of(1, 2), null));
    }

    @Test
    void refusesAnOperatorItDoesNotKnow() {
        assertThatThrownBy(() -> isMet("about", 2, 2)).hasMessageContaining("about");
    }
}
