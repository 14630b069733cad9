package org.tandem.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as others see it.
 *
 * @param kind word of the stage it belongs to
 * @param parent the case it came up on, null when it stands for itself
 * @param waitingSince since when it waits for a divergence to be settled, null when it does not
 * @param state the state shown: SUSPENDED while one side has paused the case, otherwise {@code stateBeneath}
 * @param stateBeneath the state of systems.md the case is in, whether paused or not
 * @param stateReason code of the reason for the state, e.g. LAPSED, or null
 */
public record CaseView(
        String id,
        String kind,
        @Nullable String parent,
        String framework,
        String area,
        String country,
        String state,
        String stateBeneath,
        @Nullable String stateReason,
        Instant stateSince,
        boolean noDirector,
        @Nullable Instant waitingSince,
        @Nullable String suspendedBy,
        @Nullable Instant suspendedSince,
        @Nullable String suspensionReason,
        @Nullable String withdrawalAskedBy,
        int priority,
        UUID openedBy,
        String openedFor,
        Instant openedAt,
        Instant changedAt,
        int version) {

    /** Scope of the area's focal points, e.g. {@code FFA-A3}. */
    public String areaKey() {
        return framework + "-" + area;
    }

    public CaseId caseId() {
        return new CaseId(id);
    }
}
