package org.tandem.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.Folding;

/**
 * What somebody looks for.
 *
 * @param text as typed, without what nobody can see
 * @param kind only this kind of things; null for all
 * @param page counted from 1
 */
record Wanted(String text, @Nullable String kind, int page) {

    static final int LONGEST = 200;
    private static final int LAST_PAGE = 500;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Words that only link others, in the languages of the house: "directeur de l’OIT" means the same without them. */
    private static final Set<String> LINKS = Set.of(
            "a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with", "au", "aux", "d", "dans",
            "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur");

    Wanted {
        text = SearchDocument.clean(text);
        kind = kind == null || kind.isBlank() ? null : kind.strip();
        page = Math.max(1, Math.min(page, LAST_PAGE));
    }

    boolean isTooLong() {
        return text.length() > LONGEST;
    }

    /** Folded; without those that only link, unless there are no others. */
    public List<String> words() {
        List<String> all = Arrays.stream(BETWEEN_WORDS.split(Folding.fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling =
                all.stream().filter(word -> !LINKS.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    /** As the full names of documents are written. */
    String name() {
        return SearchDocument.folded(text);
    }
}
