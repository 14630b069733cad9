package org.tandem.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;

/** What are the rules of a divergence? */
class DivergenceTests {

    private static final CaseId MATTER = new CaseId("FFA-NGA-A3");
    private static final CaseId ID = new CaseId("FFA-NGA-A3-D1");
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<String> TWO = List.of("UNDP", "ILO");
    private static final List<String> THREE = List.of("AQUA", "TERRA", "AER");

    private final Map<String, UUID> persons = new HashMap<>();
    private Divergence divergence = startedAt(Level.COUNTRY);

    @Test
    void isNeverFiledAtTheTop() {
        refused("divergence.refused.top", Refused.Kind.INVALID, () -> startedAt(Level.JOINT_MECHANISM));
    }

    @Test
    void isRaisedUntilItsLevelOpens() {
        Divergence fresh = new Divergence(ID, MATTER, Subject.AREA, null, "Which area", true, Level.REGION);
        assertThat(fresh.state()).isEqualTo(DivergenceState.RAISED);

        fresh.openLevel(MONDAY);

        assertThat(fresh.state()).isEqualTo(DivergenceState.REGIONAL_LEVEL);
    }

    @Test
    void staysAtALevelOnceHoweverOftenTheRosterIsRepaired() {
        divergence.openLevel(TUESDAY);

        assertThat(divergence.stays()).singleElement().satisfies(stay -> {
            assertThat(stay.enteredAt()).isEqualTo(MONDAY);
            assertThat(stay.leftAt()).isNull();
        });
    }

    @Test
    void takesOnePositionOfEachSideAtEachLevel() {
        states("UNDP");
        refused("divergence.refused.statedAlready", Refused.Kind.CONFLICT, () -> states("UNDP"));
        assertThat(divergence.allStated(Level.COUNTRY, TWO)).isFalse();
        states("ILO");
        assertThat(divergence.allStated(Level.COUNTRY, TWO)).isTrue();

        tries("ILO");
        rises("UNDP");
        assertThat(divergence.allStated(Level.REGION, TWO)).isFalse();
        states("UNDP");
        states("ILO");
        assertThat(divergence.positions()).hasSize(4);
        assertThat(divergence.positionsAt(Level.REGION))
                .extracting(Position::agency)
                .containsExactly("UNDP", "ILO");
    }

    @Test
    void doesNotHearTheSamePersonForTwoSidesAtOneLevel() {
        UUID both = UUID.randomUUID();
        divergence.state(new Side("UNDP", both), "Ours", MONDAY);

        refused(
                "divergence.refused.statedForAnother",
                Refused.Kind.FORBIDDEN,
                () -> divergence.state(new Side("ILO", both), "Theirs", MONDAY));
        assertThat(divergence.positions()).hasSize(1);
    }

    @Test
    void doesNotRiseBeforeEverySideHasStatedItsPosition() {
        states("UNDP");
        tries("UNDP");

        refused("divergence.refused.positionsMissing", Refused.Kind.INVALID, () -> rises("UNDP"));
        assertThat(divergence.level()).isEqualTo(Level.COUNTRY);
    }

    @Test
    void doesNotRiseWithoutAnAttemptOnThisVeryLevel() {
        bothState();
        refused("divergence.refused.noAttempt", Refused.Kind.INVALID, () -> rises("ILO"));
        tries("UNDP");
        rises("ILO");

        bothState();
        refused("divergence.refused.noAttempt", Refused.Kind.INVALID, () -> rises("ILO"));
        assertThat(divergence.level()).isEqualTo(Level.REGION);
        assertThat(divergence.moves())
                .extracting(DivergenceEntry::kind)
                .containsExactly(DivergenceEntry.Kind.ATTEMPT, DivergenceEntry.Kind.RISE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DivergenceEntry.Kind.class,
            names = {"ACCEPTANCE", "REFUSAL", "BRIEF", "ADVICE"})
    void holdsOnlyATextOrARecordedAttemptForAnAttempt(DivergenceEntry.Kind kind) {
        bothState();
        divergence.record(kind, side("UNDP"), ProposedOutcome.words("Something else"), MONDAY);

        refused("divergence.refused.noAttempt", Refused.Kind.INVALID, () -> rises("UNDP"));
    }

    @Test
    void risesAfterATextThatWasRefused() {
        bothState();
        proposes("UNDP", "80/20");
        refuses("ILO");
        rises("ILO");

        assertThat(divergence.level()).isEqualTo(Level.REGION);
        assertThat(divergence.state()).isEqualTo(DivergenceState.REGIONAL_LEVEL);
    }

    @Test
    void climbsOneLevelAtATimeWithAReasonAndNotBeyondTheTop() {
        for (Level level : List.of(Level.COUNTRY, Level.REGION)) {
            assertThat(divergence.level()).isEqualTo(level);
            bothState();
            tries("ILO");
            rises("UNDP");
            divergence.openLevel(TUESDAY);
        }

        assertThat(divergence.state()).isEqualTo(DivergenceState.JOINT_MECHANISM);
        assertThat(divergence.stays())
                .extracting(LevelStay::level)
                .containsExactly(Level.COUNTRY, Level.REGION, Level.JOINT_MECHANISM);
        assertThat(divergence.stays()).extracting(LevelStay::leftAt).containsExactly(TUESDAY, TUESDAY, null);
        assertThat(divergence.moves().stream().filter(move -> move.kind() == DivergenceEntry.Kind.RISE))
                .extracting(DivergenceEntry::text)
                .containsExactly("Neither can move", "Neither can move");
        bothState();
        tries("ILO");
        refused("divergence.refused.nothingAbove", Refused.Kind.CONFLICT, () -> rises("UNDP"));
    }

    @Test
    void leavesTheTextBehindWhenItRises() {
        bothState();
        proposes("UNDP", "80/20");
        rises("ILO");

        assertThat(divergence.onTheTable()).isEmpty();
        refused("divergence.refused.nothingOnTheTable", Refused.Kind.CONFLICT, () -> accepts("ILO"));
    }

    @Test
    void hasNothingToAcceptBeforeATextIsPutForward() {
        bothState();

        refused("divergence.refused.nothingOnTheTable", Refused.Kind.CONFLICT, () -> accepts("ILO"));
        refused("divergence.refused.nothingOnTheTable", Refused.Kind.CONFLICT, () -> divergence.settle(TWO, MONDAY));
    }

    @Test
    void isNotAcceptedByWhoeverWroteTheTextNorByTheirAgency() {
        proposes("UNDP", "80/20");
        Side colleague = new Side("UNDP", UUID.randomUUID());
        Side sameHand = new Side("ILO", side("UNDP").person());

        for (Side own : List.of(side("UNDP"), colleague, sameHand)) {
            refused("divergence.refused.ownText", Refused.Kind.FORBIDDEN, () -> divergence.accept(own, MONDAY));
        }
        assertThat(divergence.moves()).hasSize(1);
    }

    @Test
    void replacesATextByTheOneThatAnswersIt() {
        proposes("UNDP", "80/20");
        counters("ILO", "50/50");

        assertThat(divergence.onTheTable()).map(DivergenceEntry::text).contains("50/50");
        refused("divergence.refused.ownText", Refused.Kind.FORBIDDEN, () -> accepts("ILO"));
        accepts("UNDP");
        divergence.settle(TWO, TUESDAY);
        assertThat(divergence.settledText()).isEqualTo("50/50");
    }

    @Test
    void clearsTheTableWhenATextIsRefused() {
        proposes("UNDP", "80/20");
        refuses("ILO");

        assertThat(divergence.onTheTable()).isEmpty();
        refused("divergence.refused.nothingOnTheTable", Refused.Kind.CONFLICT, () -> accepts("ILO"));
        proposes("ILO", "60/40");
        assertThat(divergence.onTheTable()).map(DivergenceEntry::text).contains("60/40");
    }

    @Test
    void isNotSettledByOneSideAlone() {
        proposes("UNDP", "80/20");

        assertThatThrownBy(() -> divergence.settle(TWO, TUESDAY)).isInstanceOf(IllegalStateException.class);
        assertThat(divergence.state()).isEqualTo(DivergenceState.COUNTRY_LEVEL);
        assertThat(divergence.outcome()).isNull();
    }

    @Test
    void needsEveryoneOfThreeToAcceptTheSameText() {
        proposes("AQUA", "First text");
        accepts("TERRA");
        assertThatThrownBy(() -> divergence.settle(THREE, TUESDAY)).isInstanceOf(IllegalStateException.class);
        counters("AER", "Second text");
        accepts("AQUA");
        // What was accepted before was another text.
        assertThatThrownBy(() -> divergence.settle(THREE, TUESDAY)).isInstanceOf(IllegalStateException.class);
        accepts("TERRA");
        divergence.settle(THREE, TUESDAY);

        assertThat(divergence.settledText()).isEqualTo("Second text");
        assertThat(divergence.state()).isEqualTo(DivergenceState.RESOLVED);
    }

    @Test
    void isNotAcceptedByTheSamePersonForTwoOfThree() {
        proposes("AQUA", "A text");
        UUID both = UUID.randomUUID();
        divergence.accept(new Side("TERRA", both), MONDAY);

        refused(
                "divergence.refused.ownText",
                Refused.Kind.FORBIDDEN,
                () -> divergence.accept(new Side("AER", both), MONDAY));
    }

    @Test
    void needsThePositionsOfAllThreeToRise() {
        states("AQUA");
        states("TERRA");
        tries("AQUA");
        Side aqua = side("AQUA");
        refused(
                "divergence.refused.positionsMissing",
                Refused.Kind.INVALID,
                () -> divergence.rise(aqua, "Why not", THREE, TUESDAY));
        states("AER");
        divergence.rise(aqua, "Now we can", THREE, TUESDAY);

        assertThat(divergence.level()).isEqualTo(Level.REGION);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"AGREEMENT", "AGREED_TO_DIFFER", "GUIDANCE", "NO_AGREEMENT"})
    void endsAsTheTextSays(Outcome outcome) {
        ProposedOutcome said = new ProposedOutcome("Sixty to forty", outcome, "VETTED", "Both report in May", Map.of());
        divergence.record(DivergenceEntry.Kind.PROPOSAL, side("UNDP"), said, MONDAY);
        accepts("ILO");
        divergence.settle(TWO, TUESDAY);

        assertThat(divergence.outcome()).isEqualTo(outcome);
        assertThat(divergence.state()).isEqualTo(outcome.state());
        assertThat(divergence.resolution()).isEqualTo("VETTED");
        assertThat(divergence.settledText()).isEqualTo("Sixty to forty");
        assertThat(divergence.followUp()).isEqualTo("Both report in May");
        assertThat(divergence.settledAt()).isEqualTo(TUESDAY);
        assertThat(divergence.stays()).extracting(LevelStay::leftAt).containsExactly(TUESDAY);
    }

    @Test
    void isAnAgreementWhenTheTextNamesNoOutcome() {
        settled();

        assertThat(divergence.outcome()).isEqualTo(Outcome.AGREEMENT);
    }

    @Test
    void endsWithItsMatter() {
        bothState();
        proposes("UNDP", "80/20");
        divergence.close(TUESDAY);

        assertThat(divergence.outcome()).isEqualTo(Outcome.MATTER_ENDED);
        assertThat(divergence.state()).isEqualTo(DivergenceState.CLOSED_NO_AGREEMENT);
        assertThat(divergence.settledText()).isNull();
    }

    @Test
    void keepsTheOutcomeItHas() {
        settled();
        divergence.close(TUESDAY);

        assertThat(divergence.outcome()).isEqualTo(Outcome.AGREEMENT);
        assertThat(divergence.state()).isEqualTo(DivergenceState.RESOLVED);
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeDone")
    void takesNothingMoreOnceItIsOver(Deed deed) {
        settled();
        int moves = divergence.moves().size();

        refused("divergence.refused.over", Refused.Kind.CONFLICT, () -> deed.to(divergence));
        assertThat(divergence.moves()).hasSize(moves);
        assertThat(divergence.outcome()).isEqualTo(Outcome.AGREEMENT);
    }

    static Stream<Deed> everythingThatCanBeDone() {
        Side somebody = new Side("ILO", UUID.randomUUID());
        return Stream.of(
                over -> over.openLevel(TUESDAY),
                over -> over.state(somebody, "Too late", TUESDAY),
                over -> over.record(DivergenceEntry.Kind.ATTEMPT, somebody, ProposedOutcome.words("Too late"), TUESDAY),
                over -> over.accept(somebody, TUESDAY),
                over -> over.rise(somebody, "Too late", TWO, TUESDAY),
                over -> over.settle(TWO, TUESDAY));
    }

    @Test
    void numbersItsMovesInTheOrderTheyWereMade() {
        proposes("UNDP", "80/20");
        counters("ILO", "50/50");
        refuses("UNDP");

        assertThat(divergence.moves()).extracting(DivergenceEntry::number).containsExactly(1, 2, 3);
    }

    private interface Deed {
        void to(Divergence divergence);
    }

    private static Divergence startedAt(Level level) {
        Divergence started = new Divergence(ID, MATTER, Subject.BUDGET_SHARE, null, "Who gets how much", true, level);
        started.openLevel(MONDAY);
        return started;
    }

    private void settled() {
        divergence.record(DivergenceEntry.Kind.PROPOSAL, side("UNDP"), ProposedOutcome.words("60/40"), MONDAY);
        accepts("ILO");
        divergence.settle(TWO, MONDAY);
    }

    private void bothState() {
        TWO.forEach(this::states);
    }

    private void states(String agency) {
        divergence.state(side(agency), "As " + agency + " sees it", MONDAY);
    }

    private void tries(String agency) {
        divergence.record(DivergenceEntry.Kind.ATTEMPT, side(agency), ProposedOutcome.words("A call"), MONDAY);
    }

    private void proposes(String agency, String text) {
        divergence.record(DivergenceEntry.Kind.PROPOSAL, side(agency), ProposedOutcome.words(text), MONDAY);
    }

    private void counters(String agency, String text) {
        divergence.record(DivergenceEntry.Kind.COUNTER_PROPOSAL, side(agency), ProposedOutcome.words(text), MONDAY);
    }

    private void refuses(String agency) {
        divergence.record(DivergenceEntry.Kind.REFUSAL, side(agency), ProposedOutcome.words("Not this"), MONDAY);
    }

    private void accepts(String agency) {
        divergence.accept(side(agency), MONDAY);
    }

    private void rises(String agency) {
        divergence.rise(side(agency), "Neither can move", TWO, TUESDAY);
    }

    private Side side(String agency) {
        return new Side(agency, persons.computeIfAbsent(agency, unknown -> UUID.randomUUID()));
    }

    private static void refused(String key, Refused.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.words().key()).isEqualTo(key);
            assertThat(refused.kind()).isEqualTo(kind);
        });
    }
}
