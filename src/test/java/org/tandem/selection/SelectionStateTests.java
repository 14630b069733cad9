package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tandem.vetting.VettingState;

/** Are the states those of the catalogue of systems, and what do they allow? (S-001, S-002, S-007, D18) */
class SelectionStateTests {

    @Test
    void areSpeltAsInTheCatalogue() {
        assertThat(SelectionState.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(
                        "PROPOSED",
                        "JOINTLY_IDENTIFIED",
                        "NOT_AGREED",
                        "WITHDRAWN",
                        "IN_VETTING",
                        "RETURNED",
                        "VETTED",
                        "NOT_SELECTED",
                        "IN_DIVERGENCE");
    }

    @Test
    void everyStateOfAVettingIsAStateOfItsCase() {
        assertThat(Arrays.stream(VettingState.values()).map(Enum::name))
                .allSatisfy(name -> assertThat(SelectionState.valueOf(name)).isNotNull());
    }

    @Test
    void aCountryIsNominatedAgainOnlyAfterANo() {
        assertThat(Arrays.stream(SelectionState.values()).filter(SelectionState::allowsRenewal))
                .containsExactlyInAnyOrder(
                        SelectionState.NOT_SELECTED, SelectionState.NOT_AGREED, SelectionState.WITHDRAWN);
    }

    @Test
    void aSelectedCountryHasEndedButIsNotNominatedAgain() {
        assertThat(SelectionState.VETTED.isEnded()).isTrue();
        assertThat(SelectionState.VETTED.allowsRenewal()).isFalse();
        assertThat(SelectionState.IN_DIVERGENCE.isEnded()).isFalse();
        assertThat(SelectionState.RETURNED.isEnded()).isFalse();
    }
}
