package org.tandem.proposal.readiness;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether one of the constituents of a country was consulted on a proposal, or its government endorses it.
 *
 * @param held false when somebody wrote down that, and why, it has not been
 * @param whom the body that was asked, in words
 * @param attachment letter of the case that shows it
 */
record Consultation(
        String country,
        Kind kind,
        boolean held,
        @Nullable String whom,
        @Nullable LocalDate on,
        @Nullable String note,
        @Nullable UUID attachment) {

    /** Of what has not been done, somebody wrote at least why. */
    boolean isRecorded() {
        return held || note != null || attachment != null;
    }

    enum Kind {
        GOVERNMENT,
        EMPLOYERS,
        WORKERS,
        ENDORSEMENT
    }
}
