package org.tandem.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a reader, and nothing of what others may find.
 *
 * @param total of the kind asked for
 * @param kinds how many of each kind there are, the kind asked for or not
 */
record Found(List<Hit> hits, long total, List<KindCount> kinds) {

    static final int PAGE = 20;

    /** @param excerpt what else holds a word that neither title nor line hold; null when they hold all */
    record Hit(
            SearchKind kind,
            String key,
            Spoken title,
            Spoken line,
            @Nullable String excerpt,
            String href) {}

    /** A text and the language it is in: most reference data are English for every reader. */
    record Spoken(String text, String language) {}

    record KindCount(SearchKind kind, long count) {}

    static Found nothing() {
        return new Found(List.of(), 0, List.of());
    }

    boolean goesOnAfter(int page) {
        return total > (long) page * PAGE;
    }
}
