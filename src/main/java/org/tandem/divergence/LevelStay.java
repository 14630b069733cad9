package org.tandem.divergence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** From when until when a divergence was at a level. */
@Entity
@Table(name = "divergence_stay")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class LevelStay {

    @Id
    private UUID id;

    @Column(name = "case_id")
    private String caseId;

    @Getter
    @Enumerated(EnumType.STRING)
    private Level level;

    @Getter
    private Instant enteredAt;

    private @Nullable Instant leftAt;

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

    @Nullable
    Instant leftAt() {
        return leftAt;
    }

    long days(Instant now) {
        return days(enteredAt, leftAt, now);
    }

    /** Whole days; of a stay that goes on those until now. */
    static long days(Instant enteredAt, @Nullable Instant leftAt, Instant now) {
        return Duration.between(enteredAt, leftAt == null ? now : leftAt).toDays();
    }
}
