package org.tandem.divergence;

/** Where a divergence is being settled; never the other way round. */
public enum Level {
    COUNTRY(DivergenceState.COUNTRY_LEVEL),
    REGION(DivergenceState.REGIONAL_LEVEL),
    JOINT_MECHANISM(DivergenceState.JOINT_MECHANISM);

    private final DivergenceState state;

    Level(DivergenceState state) {
        this.state = state;
    }

    DivergenceState state() {
        return state;
    }

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
