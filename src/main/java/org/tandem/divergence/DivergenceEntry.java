package org.tandem.divergence;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** One entry of the minute: an attempt, a text put forward, an answer to it, a brief, an advice, the reason for going up. */
@Entity
@Table(name = "divergence_move")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class DivergenceEntry {

    enum Kind {
        /** What was tried together, without result. */
        ATTEMPT,
        PROPOSAL,
        COUNTER_PROPOSAL,
        ACCEPTANCE,
        REFUSAL,
        RISE,
        BRIEF,
        ADVICE;

        boolean isText() {
            return this == PROPOSAL || this == COUNTER_PROPOSAL;
        }
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    private int number;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String agency;
    private UUID person;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable String resolution;
    private @Nullable String followUp;
    private Instant at;

    /** Per cent, by whoever shares: terms that bind once every side has accepted them. */
    @ElementCollection
    @CollectionTable(name = "divergence_share", joinColumns = @JoinColumn(name = "move_id"))
    @MapKeyColumn(name = "sharer")
    @Column(name = "share")
    private Map<String, BigDecimal> shares = new TreeMap<>();

    DivergenceEntry(
            String caseId, int number, Level level, Kind kind, Side side, @Nullable ProposedOutcome said, Instant at) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.number = number;
        this.level = level;
        this.kind = kind;
        this.agency = side.agency();
        this.person = side.person();
        this.at = at;
        if (said != null) {
            this.text = said.text();
            this.outcome = said.outcome();
            this.resolution = said.resolution();
            this.followUp = said.followUp();
            this.shares.putAll(said.shares());
        }
    }
}
