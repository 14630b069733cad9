package org.tandem.platform;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a file as it is kept and sent. It has no folders, no line breaks and no marks that turn the direction of
 * reading; it is never empty, and it ends as its content asks for.
 */
public record FileName(String value) {

    private static final int MOST = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

    /** The two joiners stay: Persian and Khmer words, and many emoji, are written with them. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"<>|:*?&&[^\\u200C\\u200D]]");

    private static final Pattern ENDS = Pattern.compile("^[.\\s]+|\\s+$");

    /** @param ending of the name, without the dot; a name that ends otherwise gets it as well */
    public static FileName of(String given, String ending) {
        String name = FOLDERS.matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceFirst("");
        name = UNFIT.matcher(name).replaceAll("");
        String dotted = "." + ending;
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(dotted);
        String stem = ENDS.matcher(ends ? name.substring(0, name.length() - dotted.length()) : name)
                .replaceAll("");
        return new FileName((stem.isEmpty() ? "file" : cut(stem, MOST - dotted.length())) + dotted);
    }

    /** Between two characters as readers see them, never inside one. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.preceding(most + 1));
    }
}
