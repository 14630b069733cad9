package org.tandem.divergence;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** How a divergence ends. "Address" is not "rule": nobody has a casting vote. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor
public enum Outcome {
    AGREEMENT(DivergenceState.RESOLVED),
    AGREED_TO_DIFFER(DivergenceState.AGREED_TO_DIFFER),
    GUIDANCE(DivergenceState.RESOLVED),
    NO_AGREEMENT(DivergenceState.CLOSED_NO_AGREEMENT),
    /** What it was about is over; nothing is left to settle. */
    MATTER_ENDED(DivergenceState.CLOSED_NO_AGREEMENT);

    private final DivergenceState state;
}
