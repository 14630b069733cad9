package org.tandem.funds;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How sure a fact is; read from its basis: S stands for a source, D for derived, G for general knowledge. */
public enum Verification {
    VERIFIED,
    DERIVED,
    PARTLY_VERIFIED,
    NOT_VERIFIED;

    private static final Pattern SOURCED = Pattern.compile("\\bS\\b");
    private static final Pattern DERIVED_FROM = Pattern.compile("\\bD\\b");
    private static final Pattern GENERAL = Pattern.compile("\\bG\\b");

    /** Without a basis nothing is verified. */
    static Verification of(@Nullable String basis) {
        if (basis == null) {
            return NOT_VERIFIED;
        }
        boolean sourced = SOURCED.matcher(basis).find();
        boolean derived = DERIVED_FROM.matcher(basis).find();
        boolean general = GENERAL.matcher(basis).find();
        if (general) {
            return sourced || derived ? PARTLY_VERIFIED : NOT_VERIFIED;
        }
        if (derived) {
            return DERIVED;
        }
        return sourced ? VERIFIED : NOT_VERIFIED;
    }

    static boolean isBasis(String text) {
        return SOURCED.matcher(text).find()
                || DERIVED_FROM.matcher(text).find()
                || GENERAL.matcher(text).find();
    }
}
