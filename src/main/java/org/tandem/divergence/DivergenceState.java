package org.tandem.divergence;

/** States of a divergence (S-030). */
enum DivergenceState {
    RAISED,
    COUNTRY_LEVEL,
    REGIONAL_LEVEL,
    JOINT_MECHANISM,
    RESOLVED,
    AGREED_TO_DIFFER,
    CLOSED_NO_AGREEMENT;

    boolean isOpen() {
        return ordinal() <= JOINT_MECHANISM.ordinal();
    }
}
