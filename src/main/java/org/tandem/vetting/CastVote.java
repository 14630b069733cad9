package org.tandem.vetting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.people.MandatePattern;

/** One vote of one director in one round. Sealed until the vetting is decided; never erased. */
@Entity
@Table(name = "vetting_vote")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class CastVote {

    /** SEALED: counts, unseen. OPENED: counted and shown. TAKEN_BACK, VOIDED: does not count, shown once the vetting is decided. */
    enum State {
        SEALED,
        OPENED,
        TAKEN_BACK,
        VOIDED
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    private int round;
    private String agency;
    private String actingAs;
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Vote decision;

    private @Nullable String reason;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant at;

    CastVote(
            String caseId,
            int round,
            MandatePattern as,
            UUID person,
            Vote decision,
            @Nullable String reason,
            Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.round = round;
        this.agency = as.agency();
        this.actingAs = as.group();
        this.person = person;
        this.decision = decision;
        this.reason = reason;
        this.state = State.SEALED;
        this.at = at;
    }

    /** The group it was given for; it stays, whatever becomes of region and roster. */
    MandatePattern as() {
        return MandatePattern.parse(actingAs);
    }

    @Nullable
    String reason() {
        return reason;
    }

    boolean countsIn(int currentRound) {
        return round == currentRound && state == State.SEALED;
    }

    void become(State next) {
        state = next;
    }
}
