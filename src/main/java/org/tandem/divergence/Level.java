package org.tandem.divergence;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Where a divergence is being settled; never the other way round. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor
public enum Level {
    COUNTRY(DivergenceState.COUNTRY_LEVEL),
    REGION(DivergenceState.REGIONAL_LEVEL),
    JOINT_MECHANISM(DivergenceState.JOINT_MECHANISM);

    private final DivergenceState state;

    boolean isTop() {
        return this == JOINT_MECHANISM;
    }

    Level next() {
        if (isTop()) {
            throw DivergenceRefused.nothingAbove();
        }
        return values()[ordinal() + 1];
    }
}
