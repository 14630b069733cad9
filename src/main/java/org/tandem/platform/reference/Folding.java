package org.tandem.platform.reference;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes texts alike for searching: no accents, no case, plain apostrophes. */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");

    private Folding() {}

    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace("œ", "oe")
                .replace('’', '\'');
    }

    /** The words of a search, folded. */
    public static List<String> words(String search) {
        return Arrays.stream(BETWEEN_WORDS.split(fold(search)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether the text holds every word of the search, in any order. */
    public static boolean matches(String search, String text) {
        String folded = fold(text);
        return words(search).stream().allMatch(folded::contains);
    }
}
