package org.tandem.proposal;

/** States of a joint programme until its proposal is ready to be submitted (S-010). */
public enum ProposalState {
    IDEA,
    DRAFTING,
    AGENCY_REVIEW,
    REVISION,
    CLEARED,
    READY,
    WITHDRAWN;

    /** Everybody may write; a change makes nothing void. */
    public boolean isBeingWritten() {
        return this == DRAFTING || this == REVISION;
    }

    /** Reviewed or cleared texts may be changed, which makes what was said of them void. */
    public boolean isFrozen() {
        return this == AGENCY_REVIEW || this == CLEARED || this == READY;
    }
}
