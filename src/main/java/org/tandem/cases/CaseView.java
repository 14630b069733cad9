package org.tandem.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as others see it.
 *
 * @param kind word of the stage it belongs to
 * @param parent the case it came up on, null when it stands for itself
 * @param frameworkVersion the version of the framework it began under, null where nobody knows any more
 * @param country the country of a case with exactly one, else {@code MUL} for several and {@code ALL} for none
 * @param area the area of a case with exactly one, else {@code MUL} for several and {@code ALL} for none
 * @param waitingSince since when it waits for a divergence to be settled, null when it does not
 * @param suspendedBy every party that has paused it, the first one first, as in "UNDP, ILO"
 * @param state the state shown: SUSPENDED while a party has paused the case, otherwise {@code stateBeneath}
 * @param stateBeneath the state of systems.md the case is in, whether paused or not
 * @param stateSince since when it is in the state shown
 * @param stateBeneathSince since when it is in the state beneath
 * @param stateReason code of the reason for the state, e.g. LAPSED, or null
 */
public record CaseView(
        String id,
        String kind,
        @Nullable String parent,
        @Nullable String title,
        String framework,
        @Nullable Integer frameworkVersion,
        String country,
        List<String> countries,
        String area,
        List<String> areas,
        @Nullable String fund,
        String state,
        String stateBeneath,
        @Nullable String stateReason,
        Instant stateSince,
        Instant stateBeneathSince,
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

    public CaseSubject subject() {
        return new CaseSubject(title, framework, countries, areas, fund);
    }

    /** Scope of the area's focal points, e.g. {@code FFA-A3}; of several or no areas nobody's, {@code FFA-MUL} or {@code FFA-ALL}. */
    public String areaKey() {
        return framework + "-" + area;
    }

    public CaseId caseId() {
        return new CaseId(id);
    }
}
