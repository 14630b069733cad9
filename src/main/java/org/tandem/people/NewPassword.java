package org.tandem.people;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tandem.platform.Refused;

/** A password somebody chose. Long rather than complicated; the upper limit is what bcrypt looks at. */
record NewPassword(String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72;
    private static final int FEWEST_DIFFERENT = 4;

    static NewPassword of(String typed, String repeated, String signInName) {
        if (typed.length() < SHORTEST) {
            throw Refused.invalid("password", "people.refused.passwordShort", SHORTEST);
        }
        if (typed.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refused.invalid("password", "people.refused.passwordLong", LONGEST_BYTES);
        }
        if (typed.chars().distinct().count() < FEWEST_DIFFERENT
                || typed.toLowerCase(Locale.ROOT).contains(signInName)) {
            throw Refused.invalid("password", "people.refused.passwordEasy");
        }
        if (!typed.equals(repeated)) {
            throw Refused.invalid("repeated", "people.refused.passwordsDiffer");
        }
        return new NewPassword(typed);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "new password";
    }
}
