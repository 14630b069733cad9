package org.tandem.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.reference.Payloads;

/** What can be found, written in the transaction of what it describes: both are there, or neither is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class SearchIndex {

    private final JdbcClient jdbc;

    public void put(SearchDocument document) {
        putAll(List.of(document));
    }

    /**
     * The same for things whose names seldom change, such as cases: what is there under the same names takes the new words
     * in place, and the database takes them apart once instead of four times.
     */
    public void renew(Collection<SearchDocument> documents) {
        List<SearchDocument> others = documents.stream()
                .sorted(Comparator.comparing(SearchDocument::kind).thenComparing(SearchDocument::key))
                .filter(document -> !isRenewed(document))
                .toList();
        if (!others.isEmpty()) {
            putAll(others);
        }
    }

    private boolean isRenewed(SearchDocument document) {
        return jdbc.sql("""
                        update tandem.search_document
                           set audience = :audience, titles = :titles::jsonb, lines = :lines::jsonb, href = :href,
                               names = :names, body = :body, revision = :revision
                         where kind = :kind and key = :key and head = :head and revision <= :revision""")
                        .param("kind", document.kind())
                        .param("key", document.key())
                        .param("head", document.head())
                        .param("audience", document.audiences())
                        .param("titles", Payloads.write(document.titles()))
                        .param("lines", Payloads.write(document.lines()))
                        .param("href", document.href())
                        .param("names", document.fullNames())
                        .param("body", document.body())
                        .param("revision", document.revision())
                        .update()
                > 0;
    }

    public void remove(String kind, String key) {
        jdbc.sql("delete from tandem.search_document where kind = ? and key = ?")
                .params(kind, key)
                .update();
    }

    /** In one statement and in one order, so that two who write the same never wait for each other in a circle. */
    void putAll(Collection<SearchDocument> documents) {
        jdbc.sql("""
                insert into tandem.search_document as d
                    (kind, key, audience, titles, lines, href, names, head, body, revision)
                select kind, key, string_to_array(audiences, ' '), titles::jsonb, lines::jsonb, href, string_to_array(names, e'\\n'), head, body, revision
                  from unnest(:kinds::text[], :keys::text[], :audiences::text[], :titles::text[], :lines::text[],
                              :hrefs::text[], :names::text[], :heads::text[], :bodies::text[], :revisions::bigint[])
                       as n(kind, key, audiences, titles, lines, href, names, head, body, revision)
                 order by kind, key
                on conflict (kind, key) do update
                   set audience = excluded.audience, titles = excluded.titles, lines = excluded.lines, href = excluded.href,
                       names = excluded.names, head = excluded.head, body = excluded.body, revision = excluded.revision
                 where d.revision <= excluded.revision
                   and (d.audience, d.titles, d.lines, d.href, d.names, d.head, d.body) is distinct from
                       (excluded.audience, excluded.titles, excluded.lines, excluded.href, excluded.names, excluded.head, excluded.body)
                """)
                .param("kinds", texts(documents, SearchDocument::kind))
                .param("keys", texts(documents, SearchDocument::key))
                .param("audiences", texts(documents, SearchIndex::audiences))
                .param("titles", texts(documents, document -> Payloads.write(document.titles())))
                .param("lines", texts(documents, document -> Payloads.write(document.lines())))
                .param("hrefs", texts(documents, SearchDocument::href))
                .param("names", texts(documents, document -> String.join("\n", document.fullNames())))
                .param("heads", texts(documents, SearchDocument::head))
                .param("bodies", texts(documents, SearchDocument::body))
                .param(
                        "revisions",
                        documents.stream().map(SearchDocument::revision).toArray(Long[]::new))
                .update();
    }

    void removeAllBut(Collection<String> kinds, Collection<String> keys) {
        jdbc.sql("delete from tandem.search_document where kind = any(:kinds) and kind || ':' || key <> all(:keys)")
                .param("kinds", kinds.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private static @Nullable String audiences(SearchDocument document) {
        String[] audiences = document.audiences();
        return audiences == null ? null : String.join(" ", audiences);
    }

    private static @Nullable String[] texts(
            Collection<SearchDocument> documents, Function<SearchDocument, @Nullable String> part) {
        return documents.stream().map(part).toArray(String[]::new);
    }
}
