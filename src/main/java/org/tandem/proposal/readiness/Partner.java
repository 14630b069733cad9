package org.tandem.proposal.readiness;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private partner named in a proposal, and what its due diligence came to (R-053, S-022).
 *
 * @param validUntil last day on which a clearance holds
 * @param agency whose due diligence it is
 */
record Partner(
        String name,
        Result result,
        @Nullable LocalDate validUntil,
        String agency,
        @Nullable String note,
        @Nullable UUID attachment) {

    enum Result {
        NOT_NEEDED,
        PENDING,
        CLEARED,
        REFUSED
    }

    /** Why the proposal cannot go out with this partner; null when it can. */
    public @Nullable String obstacle(LocalDate today) {
        return switch (result) {
            case NOT_NEEDED -> null;
            case PENDING, REFUSED -> result.name();
            case CLEARED -> validUntil == null || validUntil.isBefore(today) ? "EXPIRED" : null;
        };
    }
}
