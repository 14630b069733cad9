package org.tandem.selection;

import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** A selection case has reached a new state. */
public record CountryMoved(
        CaseId caseId, String state, @Nullable String reason) {

    public boolean isWithdrawn() {
        return state.equals(SelectionState.WITHDRAWN.name());
    }

    /** Whether it is on its way or selected, so that more may come up on it. */
    public boolean isStanding() {
        return !SelectionState.valueOf(state).allowsRenewal();
    }
}
