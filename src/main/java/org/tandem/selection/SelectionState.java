package org.tandem.selection;

/** States of a selection case (S-001, S-002, S-007), spelt as in the API and the database. */
enum SelectionState {
    PROPOSED,
    JOINTLY_IDENTIFIED,
    IN_VETTING,
    RETURNED,
    IN_DIVERGENCE,
    VETTED,
    NOT_SELECTED,
    NOT_AGREED,
    WITHDRAWN;

    /** A country in one of these may be nominated again for the same area. */
    boolean allowsRenewal() {
        return this == NOT_SELECTED || this == NOT_AGREED || this == WITHDRAWN;
    }

    boolean isEnded() {
        return allowsRenewal() || this == VETTED;
    }
}
