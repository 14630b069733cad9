package org.tandem.platform;

/** What the tables can keep of a text: neither the null character nor half of a surrogate pair. */
public final class StorableText {

    /** A control character, so that the check of the text names it when the text is sent. */
    private static final int FOR_NULL = 0x1A;

    private static final int FOR_HALF = 0xFFFD;

    private StorableText() {}

    public static boolean is(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isHalf(c));
    }

    /** The same text, of the same length, with a mark in the place of what cannot be kept. */
    public static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().map(c -> c == 0 ? FOR_NULL : isHalf(c) ? FOR_HALF : c).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
