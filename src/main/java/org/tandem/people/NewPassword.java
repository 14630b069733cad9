package org.tandem.people;

import java.nio.charset.StandardCharsets;
import org.tandem.people.signin.SignInText;
import org.tandem.platform.Refused;

/** A password somebody chose. Long rather than complicated; the upper limit is what bcrypt looks at. */
record NewPassword(String text) {

    private static final int SHORTEST = 10;
    private static final int LONGEST_BYTES = 72;

    static NewPassword of(String typed, String repeated) {
        String text = SignInText.clean(typed);
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw Refused.invalid("password", "people.refused.passwordShort", SHORTEST);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw Refused.invalid("password", "people.refused.passwordLong", LONGEST_BYTES);
        }
        if (!text.equals(SignInText.clean(repeated))) {
            throw Refused.invalid("repeated", "people.refused.passwordsDiffer");
        }
        return new NewPassword(text);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "new password";
    }
}
