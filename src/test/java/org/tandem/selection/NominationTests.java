package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.platform.Refused;

/** What are the rules of a nomination? (S-001, R-001, R-013) */
class NominationTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID NOMINATOR = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();

    private final Nomination nomination = nominated("FFA-SOM-A7");

    @Test
    void beginsAsAProposal() {
        assertThat(nomination.state()).isEqualTo(SelectionState.PROPOSED);
        assertThat(nomination.namedBy()).containsExactly(NOMINATOR);
    }

    @Test
    void keepsWhoAgreedAndWhatTheySaid() {
        nomination.answer("ILO", COLLEAGUE, Agreement.Answer.AGREE, "With pleasure", NOON);

        assertThat(nomination.view().agreements()).singleElement().satisfies(agreement -> {
            assertThat(agreement.agency()).isEqualTo("ILO");
            assertThat(agreement.answer()).isEqualTo("AGREE");
            assertThat(agreement.reason()).isEqualTo("With pleasure");
            assertThat(agreement.at()).isEqualTo(NOON);
        });
    }

    @Test
    void countsEverybodyWhoNamedTheCountryForEitherSide() {
        nomination.answer("ILO", COLLEAGUE, Agreement.Answer.AGREE, null, NOON);

        assertThat(nomination.namedBy()).containsExactlyInAnyOrder(NOMINATOR, COLLEAGUE);
    }

    @Test
    void theNominatorDoesNotAgreeForTheOtherSide() {
        refused(
                () -> nomination.answer("ILO", NOMINATOR, Agreement.Answer.AGREE, null, NOON),
                "selection.refused.ownNomination");
    }

    @Test
    void nobodyAnswersForTwoParties() {
        nomination.answer("TERRA", COLLEAGUE, Agreement.Answer.AGREE, null, NOON);

        refused(
                () -> nomination.answer("AER", COLLEAGUE, Agreement.Answer.AGREE, null, NOON),
                "selection.refused.answeredForAnother");
    }

    @Test
    void theNominatingPartyDoesNotAnswerItself() {
        refused(
                () -> nomination.answer("UNDP", COLLEAGUE, Agreement.Answer.AGREE, null, NOON),
                "selection.refused.answeredAlready");
    }

    @Test
    void eachPartyAnswersOnce() {
        nomination.answer("ILO", COLLEAGUE, Agreement.Answer.AGREE, null, NOON);

        refused(
                () -> nomination.answer("ILO", UUID.randomUUID(), Agreement.Answer.REFUSE, "No", NOON),
                "selection.refused.answeredAlready");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROPOSED")
    void isAnsweredOnlyWhileProposed(SelectionState state) {
        nomination.become(state);

        refused(
                () -> nomination.answer("ILO", COLLEAGUE, Agreement.Answer.AGREE, null, NOON),
                "selection.refused.notProposed");
    }

    @ParameterizedTest
    @EnumSource(SelectionState.class)
    void staysWithdrawnForGood(SelectionState state) {
        nomination.become(SelectionState.WITHDRAWN);

        refused(() -> nomination.become(state), "selection.refused.withdrawn");
        assertThat(nomination.state()).isEqualTo(SelectionState.WITHDRAWN);
    }

    @Test
    void amendmentsAreDatedAndNoneReplacesAnother() {
        nomination.amend("Budget halved", NOON);
        nomination.amend("Partner added", NOON.plusSeconds(86_400));

        assertThat(nomination.view().amendments())
                .isEqualTo("[2026-11-21] Budget halved\n\n[2026-11-22] Partner added");
        assertThat(nomination.view().reasons()).isEqualTo("Floods");
    }

    private static Nomination nominated(String caseId) {
        CheckedNomination proposal = new CheckedNomination(
                "FFA",
                "SOM",
                List.of("A7"),
                "A running project",
                null,
                null,
                "Floods",
                Map.of(),
                List.of("COL-1"),
                null,
                null,
                null);
        return new Nomination(caseId, proposal, "A7", null, "UNDP", NOMINATOR);
    }

    private static void refused(ThrowingCallable action, String key) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.words().key())
                .isEqualTo(key));
    }
}
