package org.tandem.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The piece of a text that says why it was found, when title and line do not. */
final class Excerpt {

    private static final int LENGTH = 160;

    private Excerpt() {}

    static @Nullable String of(String body, String shown, List<String> words) {
        List<String> missing = words.stream()
                .filter(word -> Marked.first(shown, List.of(word)) < 0)
                .toList();
        if (missing.isEmpty()) {
            return null;
        }
        return body.lines()
                .filter(line -> Marked.first(line, missing) >= 0)
                .findFirst()
                .map(line -> around(line, Marked.first(line, missing)))
                .orElse(null);
    }

    /** Cut between words. */
    private static String around(String line, int at) {
        if (line.length() <= LENGTH) {
            return line;
        }
        int from = at < LENGTH / 2 ? 0 : line.lastIndexOf(' ', at - LENGTH / 3) + 1;
        int end = from + LENGTH >= line.length() ? line.length() : line.lastIndexOf(' ', from + LENGTH);
        int to = end <= at ? Math.min(line.length(), from + LENGTH) : end;
        return (from == 0 ? "" : "… ") + line.substring(from, to) + (to == line.length() ? "" : " …");
    }
}
