package org.tandem.search;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.Folding;

/**
 * One thing that can be found, as far as everybody in its audience may know it: no votes, reasons, drafts or comments.
 *
 * @param audience who may find it, as its source understands it, any of them; null for everybody who is signed in
 * @param titles by language; English always, the other languages fall back to it
 * @param lines what stands below the title, by language
 * @param names further words that are as good as the title
 * @param texts further words by which it is found; one of them is shown when nothing else says why
 * @param revision of the thing described: an older description never replaces a newer one
 */
public record SearchDocument(
        String kind,
        String key,
        @Nullable Set<String> audience,
        Map<String, String> titles,
        Map<String, String> lines,
        String href,
        List<String> names,
        List<String> texts,
        long revision) {

    /** The languages that are told apart; all others read English. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    public SearchDocument(String kind, String key, String href, Map<String, String> titles, Map<String, String> lines) {
        this(kind, key, null, titles, lines, href, List.of(), List.of(), 0);
    }

    public SearchDocument {
        audience = audience == null ? null : Set.copyOf(audience);
        titles = Map.copyOf(titles);
        lines = Map.copyOf(lines);
        names = List.copyOf(names);
        texts = List.copyOf(texts);
    }

    /** The same in every language, as most reference data are. */
    public static Map<String, String> same(String text) {
        return Map.of(Locale.ENGLISH.getLanguage(), text);
    }

    /** In each language that is told apart. */
    public static Map<String, String> each(Function<Locale, String> words) {
        return LANGUAGES.stream().collect(Collectors.toMap(Locale::getLanguage, words));
    }

    public SearchDocument only(Set<String> newAudience) {
        return new SearchDocument(kind, key, newAudience, titles, lines, href, names, texts, revision);
    }

    public SearchDocument alsoNamed(Stream<@Nullable String> more) {
        return new SearchDocument(kind, key, audience, titles, lines, href, joined(names, more), texts, revision);
    }

    public SearchDocument saying(Stream<@Nullable String> more) {
        return new SearchDocument(kind, key, audience, titles, lines, href, names, joined(texts, more), revision);
    }

    public SearchDocument as(long newRevision) {
        return new SearchDocument(kind, key, audience, titles, lines, href, names, texts, newRevision);
    }

    private static List<String> joined(List<String> texts, Stream<@Nullable String> more) {
        return Stream.concat(texts.stream(), more.filter(Objects::nonNull).map(Objects::requireNonNull))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** Told apart by kind, because each kind has its own; null for everybody. */
    String @Nullable [] audiences() {
        return audience == null
                ? null
                : audience.stream().map(one -> kind + ":" + one).sorted().toArray(String[]::new);
    }

    /** What it is called in full, folded; whoever types exactly that finds it first. */
    String[] fullNames() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("en", titles.getOrDefault(Locale.ENGLISH.getLanguage(), key));
        inOrder.putAll(titles);
        return Stream.concat(inOrder.values().stream(), Stream.of(key))
                .map(SearchDocument::folded)
                .distinct()
                .toArray(String[]::new);
    }

    String head() {
        return Stream.concat(Stream.concat(Stream.of(key), titles.values().stream()), names.stream())
                .map(SearchDocument::clean)
                .collect(Collectors.joining("\n"));
    }

    String body() {
        return Stream.concat(lines.values().stream(), texts.stream())
                .map(SearchDocument::clean)
                .collect(Collectors.joining("\n"));
    }

    static String folded(String text) {
        return String.join(" ", Folding.words(text.replace('.', ' ')));
    }

    /** One line each, and nothing a database cannot keep. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ")
                .strip();
    }
}
