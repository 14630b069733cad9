package org.tandem.funds;

/** How far a call is at a moment; unknown as long as nobody knows when it closes. */
public enum CallState {
    PLANNED,
    OPEN,
    CLOSING_SOON,
    CLOSED,
    CANCELLED,
    UNKNOWN
}
