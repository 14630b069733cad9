package org.tandem.vetting;

/** Where a vetting is (S-002). */
public enum VettingState {
    IN_VETTING,
    RETURNED,
    IN_DIVERGENCE,
    VETTED,
    NOT_SELECTED;

    boolean isDecided() {
        return this == VETTED || this == NOT_SELECTED;
    }
}
