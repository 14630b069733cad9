package org.tandem.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;

/** What are the rules of vetting? */
class VettingTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> TWO = List.of("UNDP", "ILO");
    private static final List<String> THREE = List.of("AQUA", "TERRA", "AER");
    private static final UUID NOMINATOR = UUID.randomUUID();

    private final Map<String, UUID> directors = new HashMap<>();
    private Vetting vetting = opened();

    @ParameterizedTest
    @MethodSource("everyPairAndTripleOfVotes")
    void selectsOnlyWhenAllApproveAndRejectsOnlyWhenAllDecline(List<String> parties, List<Vote> votes) {
        for (int i = 0; i < parties.size(); i++) {
            give(parties.get(i), votes.get(i));
        }

        VettingState expected = votes.stream().distinct().count() > 1
                ? VettingState.IN_DIVERGENCE
                : votes.get(0) == Vote.APPROVE ? VettingState.VETTED : VettingState.NOT_SELECTED;
        assertThat(vetting.tally(parties)).isEqualTo(expected);
        assertThat(vetting.state()).isEqualTo(expected);
        assertThat(vetting.votes()).extracting(CastVote::state).containsOnly(CastVote.State.OPENED);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> everyPairAndTripleOfVotes() {
        return Stream.of(TWO, THREE).flatMap(parties -> combinations(parties.size()).stream()
                .map(votes -> org.junit.jupiter.params.provider.Arguments.of(parties, votes)));
    }

    private static List<List<Vote>> combinations(int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        List<List<Vote>> all = new ArrayList<>();
        for (List<Vote> shorter : combinations(length - 1)) {
            for (Vote vote : List.of(Vote.APPROVE, Vote.DECLINE)) {
                List<Vote> longer = new ArrayList<>(shorter);
                longer.add(vote);
                all.add(longer);
            }
        }
        return all;
    }

    @Test
    void doesNotTallyBeforeAllVotesAreIn() {
        give("UNDP", Vote.APPROVE);

        assertThatThrownBy(() -> vetting.tally(TWO)).isInstanceOf(IllegalStateException.class);
        assertThat(vetting.state()).isEqualTo(VettingState.IN_VETTING);
        assertThat(vetting.votes()).extracting(CastVote::state).containsOnly(CastVote.State.SEALED);
    }

    @Test
    void keepsTheConditionsOfAnApprovalWithTheVote() {
        vetting.vote(as("UNDP"), director("UNDP"), Vote.APPROVE, "Start small", Set.of(NOMINATOR), NOON);

        assertThat(vetting.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.reason()).isEqualTo("Start small");
            assertThat(vote.at()).isEqualTo(NOON);
            assertThat(vote.round()).isEqualTo(1);
        });
    }

    @Test
    void aReturnVoidsTheVotesGivenAndKeepsThemSealed() {
        give("UNDP", Vote.DECLINE);
        give("ILO", Vote.RETURN);

        assertThat(vetting.tally(TWO)).isEqualTo(VettingState.RETURNED);
        assertThat(vetting.question()).isEqualTo("because");
        assertThat(vetting.votes()).extracting(CastVote::state).containsExactly(CastVote.State.VOIDED);
        assertThat(vetting.voted()).isEmpty();
    }

    @Test
    void aReturnIsItselfNoVote() {
        give("ILO", Vote.RETURN);

        assertThat(vetting.votes()).isEmpty();
    }

    @Test
    void afterAReturnEverybodyVotesAnew() {
        give("UNDP", Vote.DECLINE);
        give("ILO", Vote.RETURN);
        vetting.open();
        assertThat(vetting.round()).isEqualTo(2);
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.APPROVE);

        assertThat(vetting.tally(TWO)).isEqualTo(VettingState.VETTED);
        assertThat(vetting.votes())
                .extracting(CastVote::round, CastVote::decision, CastVote::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, Vote.DECLINE, CastVote.State.VOIDED),
                        org.assertj.core.groups.Tuple.tuple(2, Vote.APPROVE, CastVote.State.OPENED),
                        org.assertj.core.groups.Tuple.tuple(2, Vote.APPROVE, CastVote.State.OPENED));
    }

    @Test
    void maySwitchSidesAfterAReturn() {
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.RETURN);
        vetting.open();
        vetting.vote(as("ILO"), director("UNDP"), Vote.APPROVE, null, Set.of(), NOON);

        assertThat(vetting.voted()).containsExactly("ILO");
    }

    @Test
    void noVoteIsTakenBetweenAReturnAndItsAnswer() {
        give("ILO", Vote.RETURN);

        refused(() -> give("UNDP", Vote.APPROVE), "vetting.refused.notOpen");
    }

    @Test
    void nobodyVotesTwiceForOneAgency() {
        give("UNDP", Vote.APPROVE);

        refused(
                () -> vetting.vote(as("UNDP"), UUID.randomUUID(), Vote.DECLINE, "no", Set.of(), NOON),
                "vetting.refused.votedAlready");
    }

    @ParameterizedTest
    @EnumSource(Vote.class)
    void nobodyVotesForTwoAgencies(Vote vote) {
        give("UNDP", Vote.APPROVE);

        refused(
                () -> vetting.vote(as("ILO"), director("UNDP"), vote, "me again", Set.of(), NOON),
                "vetting.refused.votedForAnother");
    }

    @ParameterizedTest
    @EnumSource(Vote.class)
    void nobodyVetsWhatTheyNominated(Vote vote) {
        refused(
                () -> vetting.vote(as("UNDP"), NOMINATOR, vote, "mine", Set.of(NOMINATOR), NOON),
                "vetting.refused.ownNomination");
        assertThat(vetting.votes()).isEmpty();
    }

    @Test
    void aVoteIsTakenBackUntilAnotherHasVoted() {
        give("UNDP", Vote.DECLINE);
        vetting.takeBack("UNDP", director("UNDP"));

        assertThat(vetting.voted()).isEmpty();
        assertThat(vetting.votes()).extracting(CastVote::state).containsExactly(CastVote.State.TAKEN_BACK);
    }

    @Test
    void aVoteTakenBackIsGivenAnew() {
        give("UNDP", Vote.DECLINE);
        vetting.takeBack("UNDP", director("UNDP"));
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.APPROVE);

        assertThat(vetting.tally(TWO)).isEqualTo(VettingState.VETTED);
    }

    @Test
    void noVoteIsTakenBackOnceAnotherHasVoted() {
        vetting = opened();
        give("AQUA", Vote.DECLINE);
        give("TERRA", Vote.DECLINE);

        refused(() -> vetting.takeBack("AQUA", director("AQUA")), "vetting.refused.otherHasVoted");
        assertThat(vetting.voted()).containsExactly("AQUA", "TERRA");
    }

    @Test
    void nobodyTakesBackTheVoteOfAnother() {
        give("UNDP", Vote.DECLINE);

        refused(() -> vetting.takeBack("UNDP", UUID.randomUUID()), "vetting.refused.nothingToTakeBack");
        refused(() -> vetting.takeBack("ILO", director("ILO")), "vetting.refused.nothingToTakeBack");
    }

    @Test
    void noVoteIsTakenBackTwice() {
        give("UNDP", Vote.DECLINE);
        vetting.takeBack("UNDP", director("UNDP"));

        refused(() -> vetting.takeBack("UNDP", director("UNDP")), "vetting.refused.nothingToTakeBack");
    }

    @Test
    void noVoteIsTakenBackOrGivenOnceDecided() {
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.APPROVE);
        vetting.tally(TWO);

        refused(() -> vetting.takeBack("UNDP", director("UNDP")), "vetting.refused.notOpen");
        refused(() -> give("ILO", Vote.DECLINE), "vetting.refused.notOpen");
    }

    @ParameterizedTest
    @EnumSource(names = {"VETTED", "NOT_SELECTED"})
    void aDivergenceIsSettledEitherWay(VettingState outcome) {
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.DECLINE);
        vetting.tally(TWO);
        vetting.settle(outcome, "AGREEMENT");

        assertThat(vetting.state()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_VETTING", "RETURNED", "IN_DIVERGENCE"})
    void aDivergenceIsNotSettledWithoutAnOutcome(VettingState noOutcome) {
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.DECLINE);
        vetting.tally(TWO);

        refused(() -> vetting.settle(noOutcome, "AGREEMENT"), "vetting.refused.nothingToSettle");
    }

    @Test
    void thereIsNothingToSettleWithoutADivergence() {
        refused(() -> vetting.settle(VettingState.VETTED, "AGREEMENT"), "vetting.refused.nothingToSettle");
        give("UNDP", Vote.APPROVE);
        give("ILO", Vote.DECLINE);
        vetting.tally(TWO);
        vetting.settle(VettingState.NOT_SELECTED, "AGREEMENT");

        refused(() -> vetting.settle(VettingState.VETTED, "AGREEMENT"), "vetting.refused.nothingToSettle");
    }

    @Test
    void takesNoVoteBeforeItIsOpened() {
        vetting = new Vetting("FFA-SOM-A7", "FFA", "SOM");

        refused(() -> give("UNDP", Vote.APPROVE), "vetting.refused.notOpen");
    }

    private static Vetting opened() {
        Vetting vetting = new Vetting("FFA-SOM-A7", "FFA", "SOM");
        vetting.open();
        return vetting;
    }

    private UUID director(String agency) {
        return directors.computeIfAbsent(agency, unused -> UUID.randomUUID());
    }

    private void give(String agency, Vote vote) {
        vetting.vote(as(agency), director(agency), vote, "because", Set.of(NOMINATOR), NOON);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String key) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.words().key())
                .isEqualTo(key));
    }

    private static MandatePattern as(String agency) {
        return new MandatePattern(Role.REGIONAL_DIRECTOR, agency, "AFRICA");
    }
}
