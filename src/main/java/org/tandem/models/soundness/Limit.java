package org.tandem.models.soundness;

/** How many states are looked at before the exploration gives up and says so. */
public record Limit(int states) {

    /** Enough for every diagram a person can read, and over in a few seconds. */
    public static final Limit USUAL = new Limit(200_000);

    public Limit {
        if (states < 1) {
            throw new IllegalArgumentException("At least one state has to be looked at.");
        }
    }

    Limit quick() {
        return new Limit(Math.min(states, 20_000));
    }
}
