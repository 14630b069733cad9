package org.tandem.divergence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From when until when a divergence was at a level. */
@Entity
@Table(name = "divergence_stay")
class LevelStay {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    @Enumerated(EnumType.STRING)
    private Level level;

    private Instant enteredAt;
    private @Nullable Instant leftAt;

    @SuppressWarnings("NullAway")
    protected LevelStay() {}

    LevelStay(String caseId, Level level, Instant enteredAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.level = level;
        this.enteredAt = enteredAt;
    }

    void leave(Instant now) {
        if (leftAt == null) {
            leftAt = now;
        }
    }

    Level level() {
        return level;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    @Nullable
    Instant leftAt() {
        return leftAt;
    }
}
