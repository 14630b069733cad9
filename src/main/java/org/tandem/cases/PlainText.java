package org.tandem.cases;

import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;

/** Text typed into a field of its own: neither empty nor too long, and by {@link TextRules}. */
public final class PlainText {

    private PlainText() {}

    /** Beyond this nobody has typed it: it is refused unread. */
    private static final int FLOOD = 400_000;

    /** @throws Refused naming the field and what to do */
    public static String of(String field, String text, int most) {
        if (text.length() > FLOOD) {
            throw new Refused(Refused.Kind.TOO_LARGE, "cases.refused.tooLong", text.length(), most);
        }
        String clean = TextRules.clean(text);
        if (clean.isEmpty()) {
            throw Refused.invalid(field, "cases.refused.empty");
        }
        if (TextRules.length(clean) > most) {
            throw Refused.invalid(field, "cases.refused.tooLong", TextRules.length(clean), most);
        }
        TextRules.firstUnwelcome(clean).ifPresent(mark -> {
            throw Refused.invalid(field, "cases.refused.invisible", mark.code(), mark.line(), mark.column());
        });
        return clean;
    }
}
