package org.tandem.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party said of a frozen version.
 *
 * @param number the version
 * @param place section or part a change is wanted in, null for the whole or when none is
 * @param days working days the agency spent on it so far, asked at clearance
 * @param voidedAt when a change of content made it void, null while it stands
 */
public record ProposalAnswer(
        Step step,
        int number,
        String party,
        UUID person,
        String actingAs,
        String answer,
        @Nullable String place,
        @Nullable String reason,
        @Nullable BigDecimal days,
        Instant at,
        @Nullable Instant voidedAt,
        @Nullable UUID voidedBy) {

    public enum Step {
        REVIEW,
        CLEARANCE
    }

    public boolean stands() {
        return voidedAt == null;
    }

    /** Agreed or cleared; otherwise a change is wanted. */
    boolean isYes() {
        return answer.equals("AGREE") || answer.equals("CLEAR");
    }
}
