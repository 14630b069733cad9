package org.tandem;

import java.util.Objects;

/**
 * Takes some of very many combinations: a third of them in {@code make test}, all of them at full scale. Which is fixed by
 * the combination itself, so that two runs try the same, and as many rounds as there are shares leave none out.
 */
public final class Share {

    private static final int SHARES = Double.parseDouble(System.getProperty("tandem.scale", "0.05")) < 1 ? 3 : 1;

    private Share() {}

    /** @param round moves on to the combinations that the round before left out */
    public static boolean takes(int round, Object... combination) {
        return Math.floorMod(Objects.hash(combination) + round, SHARES) == 0;
    }

    /** Takes each combination in one round only; at full scale in all of them. */
    public static boolean takesOneOf(int rounds, int round, Object... combination) {
        return SHARES == 1 || Math.floorMod(Objects.hash(combination), rounds) == round;
    }

    /** Whether nothing is left out. */
    public static boolean isWhole() {
        return SHARES == 1;
    }

    /** For the line a test prints. */
    public static String words() {
        return SHARES == 1 ? "all of them" : "one in " + SHARES;
    }
}
