package org.tandem.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A support request as it is read.
 *
 * @param askedAs the group through which it was asked; it rates the answer
 * @param agency the party that answers, null while nobody is asked
 * @param answer the last one given; with {@code timesReopened} above 0 and another state than DONE, one that did not help
 * @param rating null as long as the answer can still be rated
 */
record SupportView(
        String caseId,
        String framework,
        String area,
        String country,
        String topic,
        String question,
        @Nullable LocalDate wantedBy,
        UUID askedBy,
        String askedAs,
        Instant askedAt,
        String state,
        @Nullable String agency,
        @Nullable String note,
        @Nullable String declineReason,
        @Nullable String answer,
        @Nullable UUID answeredBy,
        @Nullable String answeredAs,
        @Nullable Instant answeredAt,
        @Nullable String rating,
        @Nullable String ratingComment,
        @Nullable Instant ratedAt,
        int timesReopened) {

    /** Scope of the area's focal points, e.g. {@code FFA-A3}. */
    public String areaKey() {
        return framework + "-" + area;
    }

    public boolean isReopened() {
        return timesReopened > 0 && rating == null && !state.equals(SupportState.DONE.name());
    }
}
