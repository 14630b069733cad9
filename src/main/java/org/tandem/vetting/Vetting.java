package org.tandem.vetting;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;

/** The directors' decision on one country, round by round. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Vetting {

    @Id
    private String caseId;

    private String framework;
    private String country;

    @Getter
    private int round;

    @Getter
    @Enumerated(EnumType.STRING)
    private VettingState state;

    private @Nullable String question;
    private @Nullable String answer;
    private @Nullable String settledAs;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("at")
    private List<CastVote> votes = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    Vetting(String caseId, String framework, String country) {
        this.caseId = caseId;
        this.framework = framework;
        this.country = country;
        this.state = VettingState.RETURNED;
    }

    /** A new round on the file as it now is. */
    void open() {
        round++;
        state = VettingState.IN_VETTING;
    }

    /** Records a vote under the mandate it was given by; a RETURN ends the round and voids the votes already given. */
    void vote(MandatePattern as, UUID person, Vote vote, @Nullable String reason, Set<UUID> nominators, Instant now) {
        requireOpen();
        obstacle(person, nominators).ifPresent(refused -> {
            throw refused;
        });
        if (votes.stream()
                .anyMatch(cast -> cast.countsIn(round) && cast.agency().equals(as.agency()))) {
            throw VettingRefused.votedAlready();
        }
        if (vote == Vote.RETURN) {
            votes.stream().filter(cast -> cast.countsIn(round)).forEach(cast -> cast.become(CastVote.State.VOIDED));
            question = reason;
            answer = null;
            state = VettingState.RETURNED;
            return;
        }
        votes.add(new CastVote(caseId, round, as, person, vote, reason, now));
    }

    /** Four eyes go by person: nobody vets what they named, nor for two agencies. */
    Optional<Refused> obstacle(UUID person, Set<UUID> nominators) {
        if (nominators.contains(person)) {
            return Optional.of(VettingRefused.ownNomination());
        }
        return castBy(person).map(cast -> VettingRefused.votedForAnother());
    }

    /** The vote of this person that counts in the present round. */
    Optional<CastVote> castBy(UUID person) {
        return votes.stream()
                .filter(cast -> cast.countsIn(round) && cast.person().equals(person))
                .findFirst();
    }

    /** A director may take back a vote as long as another party has not voted. */
    void takeBack(String agency, UUID person) {
        requireOpen();
        CastVote own = castBy(person)
                .filter(cast -> cast.agency().equals(agency))
                .orElseThrow(VettingRefused::nothingToTakeBack);
        if (votes.stream().anyMatch(cast -> cast.countsIn(round) && cast != own)) {
            throw VettingRefused.otherHasVoted();
        }
        own.become(CastVote.State.TAKEN_BACK);
    }

    /** All approve: VETTED. All decline: NOT_SELECTED. Otherwise a divergence: nobody wins by default. */
    VettingState tally(Collection<String> parties) {
        if (state == VettingState.RETURNED) {
            return state;
        }
        List<CastVote> counted =
                votes.stream().filter(cast -> cast.countsIn(round)).toList();
        if (counted.size() < parties.size()) {
            throw new IllegalStateException("the votes of " + caseId + " are not all in");
        }
        if (counted.stream().allMatch(cast -> cast.decision() == Vote.APPROVE)) {
            state = VettingState.VETTED;
        } else if (counted.stream().allMatch(cast -> cast.decision() == Vote.DECLINE)) {
            state = VettingState.NOT_SELECTED;
        } else {
            state = VettingState.IN_DIVERGENCE;
        }
        counted.forEach(cast -> cast.become(CastVote.State.OPENED));
        return state;
    }

    /** @param as how the divergence about it was settled */
    void settle(VettingState outcome, String as) {
        if (state != VettingState.IN_DIVERGENCE || !outcome.isDecided()) {
            throw VettingRefused.nothingToSettle();
        }
        state = outcome;
        settledAs = as;
    }

    void answer(@Nullable String text) {
        answer = text;
    }

    private void requireOpen() {
        if (state != VettingState.IN_VETTING) {
            throw VettingRefused.notOpen();
        }
    }

    @Nullable
    String question() {
        return question;
    }

    @Nullable
    String answer() {
        return answer;
    }

    @Nullable
    String settledAs() {
        return settledAs;
    }

    List<CastVote> votes() {
        return List.copyOf(votes);
    }

    /** The agencies that have voted in this round: that much is no secret. */
    List<String> voted() {
        return votes.stream()
                .filter(cast -> cast.countsIn(round))
                .map(CastVote::agency)
                .toList();
    }
}
