package org.tandem.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.platform.reference.Folding;

/** A text in pieces, those that were looked for marked. Pieces of plain text: the page escapes them, no markup is ever trusted. */
final class Marked {

    /** Words, with what hyphens, dots and apostrophes hold together. */
    private static final Pattern TOGETHER =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}]++(?:['’ʼ./-][\\p{L}\\p{N}\\p{M}]++)*+");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private Marked() {}

    record Piece(String text, boolean marked) {}

    /** @param words folded */
    static List<Piece> pieces(String text, List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (int[] range : ranges(text, words)) {
            if (range[0] > done) {
                pieces.add(new Piece(text.substring(done, range[0]), false));
            }
            pieces.add(new Piece(text.substring(range[0], range[1]), true));
            done = range[1];
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), false));
        }
        return List.copyOf(pieces);
    }

    /** Where the first of the words stands; -1 when none does. */
    static int first(String text, List<String> words) {
        List<int[]> ranges = ranges(text, words);
        return ranges.isEmpty() ? -1 : ranges.get(0)[0];
    }

    private static List<int[]> ranges(String text, List<String> words) {
        List<int[]> ranges = new ArrayList<>();
        Matcher together = TOGETHER.matcher(text);
        while (together.find()) {
            List<int[]> within = within(text, together.start(), together.end(), words);
            if (within.isEmpty() && begins(together.group().replaceAll("['’ʼ./-]", ""), words)) {
                within = List.of(new int[] {together.start(), together.end()});
            }
            ranges.addAll(within);
        }
        return ranges;
    }

    private static List<int[]> within(String text, int from, int to, List<String> words) {
        List<int[]> ranges = new ArrayList<>();
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            if (begins(word.group(), words)) {
                ranges.add(new int[] {word.start(), word.end()});
            }
        }
        return ranges;
    }

    private static boolean begins(String word, List<String> words) {
        String folded = Folding.fold(word);
        return words.stream().anyMatch(folded::startsWith);
    }
}
