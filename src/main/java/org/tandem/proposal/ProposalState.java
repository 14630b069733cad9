package org.tandem.proposal;

import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.cases.CaseView;

/** States of a joint programme from the first draft until its proposal is ready to be submitted (S-010). */
public enum ProposalState {
    DRAFTING,
    AGENCY_REVIEW,
    REVISION,
    CLEARED,
    READY;

    /** Empty before anything is drafted and once it was withdrawn. */
    public static Optional<ProposalState> of(CaseView view) {
        return Stream.of(values())
                .filter(state -> state.name().equals(view.stateBeneath()))
                .findFirst();
    }

    /** Whether a change makes void what was said in reviews and clearances. */
    public static boolean isFrozen(CaseView view) {
        return of(view).filter(state -> !state.isBeingWritten()).isPresent();
    }

    /** Everybody may write; a change makes nothing void. */
    public boolean isBeingWritten() {
        return this == DRAFTING || this == REVISION;
    }
}
