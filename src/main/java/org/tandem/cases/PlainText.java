package org.tandem.cases;

import java.text.Normalizer;
import org.tandem.platform.Refused;

/** Text typed into a plain field: normalised, trimmed, not empty, not too long, nothing invisible in it. */
public final class PlainText {

    private PlainText() {}

    /** Beyond this nobody has typed it: it is refused unread. */
    private static final int FLOOD = 400_000;

    /** @throws Refused naming the field and what to do */
    public static String of(String field, String text, int most) {
        if (text.length() > FLOOD) {
            throw new Refused(Refused.Kind.TOO_LARGE, "cases.refused.tooLong", text.length(), most);
        }
        String clean = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .strip();
        if (clean.isEmpty()) {
            throw Refused.invalid(field, "cases.refused.empty");
        }
        if (clean.length() > most) {
            throw Refused.invalid(field, "cases.refused.tooLong", clean.length(), most);
        }
        if (clean.codePoints().anyMatch(PlainText::unwanted)) {
            throw Refused.invalid(field, "cases.refused.invisible");
        }
        return clean;
    }

    private static boolean unwanted(int c) {
        return Character.getType(c) == Character.SURROGATE
                || (Character.isISOControl(c) && c != '\n' && c != '\t')
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
