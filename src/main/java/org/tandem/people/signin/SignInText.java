package org.tandem.people.signin;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What was typed or pasted into one line, in the one form in which it is kept and compared: the same letters however the
 * keyboard composes them (NFKC), and without blanks and invisible characters at the ends, which nobody sees to remove.
 */
public final class SignInText {

    private static final String UNSEEN = "[\\p{Z}\\p{Cc}\\p{Cf}]+";
    private static final Pattern ENDS = Pattern.compile("^" + UNSEEN + "|" + UNSEEN + "$");

    private SignInText() {}

    public static String clean(String text) {
        return ENDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
