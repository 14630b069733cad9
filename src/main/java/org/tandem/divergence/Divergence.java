package org.tandem.divergence;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** One diverging approach on its way up the ladder, with all positions and attempts. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Divergence {

    @Id
    private String caseId;

    private String matterId;

    @Enumerated(EnumType.STRING)
    @Getter(AccessLevel.PACKAGE)
    private Subject subject;

    @Getter(AccessLevel.PACKAGE)
    private String summary;

    /** Code of the place in the matter it is about, null where the matter has none. */
    @Getter(AccessLevel.PACKAGE)
    private @Nullable String place;

    @Getter(AccessLevel.PACKAGE)
    private boolean blocking;

    @Enumerated(EnumType.STRING)
    @Getter(AccessLevel.PACKAGE)
    private Level level;

    @Enumerated(EnumType.STRING)
    @Getter(AccessLevel.PACKAGE)
    private DivergenceState state;

    @Enumerated(EnumType.STRING)
    @Getter(AccessLevel.PACKAGE)
    private @Nullable Outcome outcome;

    @Getter(AccessLevel.PACKAGE)
    private @Nullable String resolution;

    @Getter(AccessLevel.PACKAGE)
    private @Nullable String settledText;

    @Getter(AccessLevel.PACKAGE)
    private @Nullable String followUp;

    @Getter(AccessLevel.PACKAGE)
    private @Nullable Instant settledAt;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("at")
    private List<Position> positions = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("number")
    private List<DivergenceEntry> moves = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "case_id", insertable = false, updatable = false)
    @OrderBy("enteredAt")
    private List<LevelStay> stays = new ArrayList<>();

    @Version
    private @Nullable Integer version;

    Divergence(
            CaseId id,
            CaseId matter,
            Subject subject,
            @Nullable String place,
            String summary,
            boolean blocking,
            Level start) {
        if (start.isTop()) {
            throw DivergenceRefused.filedAtTheTop();
        }
        this.caseId = id.value();
        this.matterId = matter.value();
        this.subject = subject;
        this.place = place;
        this.summary = summary;
        this.blocking = blocking;
        this.level = start;
        this.state = DivergenceState.RAISED;
    }

    /** Work at the present level begins, or is taken up again when the roster was repaired. */
    void openLevel(Instant now) {
        requireOpen();
        state = level.state();
        if (stays.stream().noneMatch(stay -> stay.level() == level)) {
            stays.add(new LevelStay(caseId, level, now));
        }
    }

    void state(Side side, String text, Instant now) {
        requireOpen();
        if (positionsAt(level).stream().anyMatch(position -> position.agency().equals(side.agency()))) {
            throw DivergenceRefused.statedAlready();
        }
        if (hasStated(side.person())) {
            throw DivergenceRefused.statedForAnother();
        }
        positions.add(new Position(caseId, level, side.agency(), side.person(), text, now));
    }

    /** Records what was tried, written, briefed or advised. */
    void record(DivergenceEntry.Kind kind, Side side, @Nullable ProposedOutcome said, Instant now) {
        requireOpen();
        moves.add(new DivergenceEntry(caseId, moves.size() + 1, level, kind, side, said, now));
    }

    /** One more side accepts the text on the table; never somebody who wrote or accepted it for another side. */
    void accept(Side side, Instant now) {
        DivergenceEntry text = onTheTable().orElseThrow(DivergenceRefused::nothingOnTheTable);
        if (hasSpoken(side.person()) || text.agency().equals(side.agency())) {
            throw DivergenceRefused.ownText();
        }
        record(DivergenceEntry.Kind.ACCEPTANCE, side, null, now);
    }

    /** Whether the person wrote the text on the table or has answered it, for whichever side. */
    boolean hasSpoken(UUID person) {
        return onTheTable().stream()
                .flatMap(text -> moves.stream().filter(move -> move.number() >= text.number()))
                .anyMatch(move -> move.person().equals(person));
    }

    boolean hasStated(UUID person) {
        return positionsAt(level).stream()
                .anyMatch(position -> position.person().equals(person));
    }

    /** Up, with a reason; not without a recorded attempt and every side's position. */
    void rise(Side side, String reason, Collection<String> parties, Instant now) {
        requireOpen();
        if (!allStated(level, parties)) {
            throw DivergenceRefused.positionsMissing();
        }
        boolean tried = moves.stream()
                .anyMatch(move -> move.level() == level
                        && (move.kind() == DivergenceEntry.Kind.ATTEMPT
                                || move.kind().isText()));
        if (!tried) {
            throw DivergenceRefused.noAttempt();
        }
        Level higher = level.next();
        record(DivergenceEntry.Kind.RISE, side, ProposedOutcome.words(reason), now);
        stays.forEach(stay -> stay.leave(now));
        level = higher;
        state = higher.state();
    }

    /** What every party has accepted becomes the outcome. */
    void settle(Collection<String> parties, Instant now) {
        requireOpen();
        DivergenceEntry text = onTheTable().orElseThrow(DivergenceRefused::nothingOnTheTable);
        boolean agreed = parties.stream()
                .allMatch(party -> party.equals(text.agency())
                        || moves.stream()
                                .anyMatch(move -> move.number() > text.number()
                                        && move.kind() == DivergenceEntry.Kind.ACCEPTANCE
                                        && move.agency().equals(party)));
        if (!agreed) {
            throw new IllegalStateException("not every party of " + caseId + " has accepted the text");
        }
        end(text.outcome() == null ? Outcome.AGREEMENT : text.outcome(), now);
        resolution = text.resolution();
        settledText = text.text();
        followUp = text.followUp();
    }

    /** What it was about has ended otherwise. */
    void close(Instant now) {
        if (state.isOpen()) {
            end(Outcome.MATTER_ENDED, now);
        }
    }

    private void end(Outcome how, Instant now) {
        outcome = how;
        state = how.state();
        settledAt = now;
        stays.forEach(stay -> stay.leave(now));
    }

    /** The last text put forward, unless it has been refused since. */
    Optional<DivergenceEntry> onTheTable() {
        DivergenceEntry last = null;
        for (DivergenceEntry move : moves) {
            if (move.kind().isText() && move.level() == level) {
                last = move;
            } else if (move.kind() == DivergenceEntry.Kind.REFUSAL) {
                last = null;
            }
        }
        return Optional.ofNullable(last);
    }

    /** Terms of the text that was accepted, or is on the table. */
    Map<String, BigDecimal> shares() {
        return onTheTable().map(DivergenceEntry::shares).orElse(Map.of());
    }

    boolean allStated(Level at, Collection<String> parties) {
        return positionsAt(at).stream().map(Position::agency).toList().containsAll(parties);
    }

    private void requireOpen() {
        if (!state.isOpen()) {
            throw DivergenceRefused.over();
        }
    }

    List<Position> positionsAt(Level at) {
        return positions.stream().filter(position -> position.level() == at).toList();
    }

    CaseId id() {
        return new CaseId(caseId);
    }

    CaseId matter() {
        return new CaseId(matterId);
    }

    List<Position> positions() {
        return List.copyOf(positions);
    }

    List<DivergenceEntry> moves() {
        return List.copyOf(moves);
    }

    List<LevelStay> stays() {
        return List.copyOf(stays);
    }
}
