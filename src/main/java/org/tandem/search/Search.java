package org.tandem.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.platform.reference.Payloads;

/**
 * Finds what holds all words, each of them whole or as the beginning of a word, in any order, accents or not.
 *
 * <p>Words are not reduced to stems. A stemmer knows one language, and here one text holds several: a country by its
 * English, French and Spanish name, an area in English read by somebody who thinks in French. A stemmer for the wrong
 * language hides what it should find, one for each language asks people which one they write; beginnings of words do for
 * six languages what stems do for one, and a reader sees why a hit is a hit.
 *
 * <p>The order is one that can be told: what is called exactly so; what holds all words in its name; what has a name in
 * which all words begin; the rest. Then by kind and name, so that it is the same today and tomorrow and pages fit
 * together; a computed rank would change with every document.
 */
@Component
@Transactional(readOnly = true)
class Search {

    /** In brackets with select, what was asked is worked out once and not for every row. */
    private static final String MATCHING = """
              from tandem.search_document d
             where d.all_words @@ (select tandem.search_query(:words, true))
               and d.kind = any(:kinds)
               and (d.audience is null or d.audience && cast(:audiences as text[]))
            """;

    private static final String ORDER = """
             order by :name = any(d.names) desc,
                      d.head_words @@ (select tandem.search_query(:words, false)) desc,
                      d.head_words @@ (select tandem.search_query(:words, true)) desc,
                      array_position(:all, d.kind), d.names[1], d.key
            """;

    private final JdbcClient jdbc;
    private final List<SearchSource> sources;
    private final Map<String, SearchKind> kinds;

    Search(JdbcClient jdbc, List<SearchSource> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.kinds = sources.stream()
                .flatMap(source -> source.kinds().stream())
                .collect(Collectors.toMap(SearchKind::code, Function.identity()));
    }

    List<SearchKind> kinds() {
        return kinds.values().stream()
                .sorted(Comparator.comparingInt(SearchKind::order).thenComparing(SearchKind::code))
                .toList();
    }

    Optional<SearchKind> kind(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    Found find(Wanted wanted, SignedIn reader, Locale locale) {
        List<String> words = wanted.words();
        if (words.isEmpty() || wanted.isTooLong()) {
            return Found.nothing();
        }
        Map<String, Object> params = params(wanted, words, reader);
        List<Found.KindCount> counts = counts(params);
        long total = counts.stream()
                .filter(count -> wanted.kind() == null || count.kind().code().equals(wanted.kind()))
                .mapToLong(Found.KindCount::count)
                .sum();
        return new Found(total == 0 ? List.of() : hits(wanted, words, params, locale), total, counts);
    }

    private List<Found.KindCount> counts(Map<String, Object> params) {
        return jdbc
                .sql("select d.kind, count(*) as number" + MATCHING + " group by d.kind")
                .params(params)
                .query((row, at) -> new Found.KindCount(kinds.get(row.getString("kind")), row.getLong("number")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(count -> count.kind().order()))
                .toList();
    }

    private List<Found.Hit> hits(Wanted wanted, List<String> words, Map<String, Object> params, Locale locale) {
        Map<String, Object> narrowed = new HashMap<>(params);
        if (wanted.kind() != null) {
            narrowed.put("kinds", new String[] {wanted.kind()});
        }
        return jdbc.sql("select d.kind, d.key, d.titles, d.lines, d.body, d.href" + MATCHING + ORDER
                        + " limit :most offset :from")
                .params(narrowed)
                .param("most", Found.PAGE)
                .param("from", (wanted.page() - 1) * Found.PAGE)
                .query((row, at) -> hit(row, words, locale))
                .list();
    }

    private Found.Hit hit(ResultSet row, List<String> words, Locale locale) throws SQLException {
        Found.Spoken title = spoken(row.getString("titles"), locale);
        Found.Spoken line = spoken(row.getString("lines"), locale);
        return new Found.Hit(
                kinds.get(row.getString("kind")),
                row.getString("key"),
                title,
                line,
                Excerpt.of(row.getString("body"), title.text() + "\n" + line.text(), words),
                row.getString("href"));
    }

    private static Found.Spoken spoken(String byLanguage, Locale locale) {
        Map<?, ?> texts = Payloads.read(byLanguage, Map.class);
        String language = texts.containsKey(locale.getLanguage()) ? locale.getLanguage() : Locale.ENGLISH.getLanguage();
        Object text = texts.get(language);
        return new Found.Spoken(text == null ? "" : text.toString(), language);
    }

    private Map<String, Object> params(Wanted wanted, List<String> words, SignedIn reader) {
        Map<String, Object> params = new HashMap<>();
        params.put("words", String.join(" ", words));
        params.put("name", wanted.name());
        params.put("kinds", codes());
        params.put("all", codes());
        params.put(
                "audiences",
                sources.stream()
                        .flatMap(source -> source.audiencesOf(reader).stream()
                                .flatMap(audience -> source.kinds().stream().map(kind -> kind.code() + ":" + audience)))
                        .toArray(String[]::new));
        return params;
    }

    private String[] codes() {
        return kinds().stream().map(SearchKind::code).toArray(String[]::new);
    }
}
