package org.tandem.search;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.platform.database.LongWork;

/**
 * At the start, after rosters and reference data: writes the documents of every source that has none yet or whose basis
 * has changed. Nodes start one after the other, so the second finds the work done; a node that runs already may go on
 * writing, because an older description never replaces a newer one.
 */
@Component
@Order(100)
@RequiredArgsConstructor
@Slf4j
class FillIndex implements ApplicationRunner {

    /** Raise it when documents change shape or words: all are written anew at the next start. */
    private static final String FORMAT = "search-3";

    private static final int AT_ONCE = 500;

    private final List<SearchSource> sources;
    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LongWork longWork;
    private final Clock clock;

    @Override
    public void run(ApplicationArguments arguments) {
        sources.forEach(this::fillIfNeeded);
    }

    /** @return how many documents were written, or found as they should be */
    int fillAll() {
        return sources.stream().mapToInt(this::fillAndNote).sum();
    }

    private void fillIfNeeded(SearchSource source) {
        boolean done = jdbc.sql("select exists (select from tandem.search_filled where source = ? and basis = ?)")
                .params(name(source), basis(source))
                .query(Boolean.class)
                .single();
        if (!done) {
            LOG.info("Search: {} documents written for {}", fillAndNote(source), name(source));
        }
    }

    private int fillAndNote(SearchSource source) {
        String basis = basis(source);
        int written = fill(source);
        jdbc.sql("insert into tandem.search_filled (source, basis, filled_at) values (?, ?, ?)"
                        + " on conflict (source) do update set basis = excluded.basis, filled_at = excluded.filled_at")
                .params(name(source), basis, OffsetDateTime.now(clock))
                .update();
        return written;
    }

    private static String name(SearchSource source) {
        return source.getClass().getSimpleName();
    }

    private static String basis(SearchSource source) {
        return FORMAT + " " + source.basis();
    }

    int fill(SearchSource source) {
        List<SearchDocument> batch = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        source.describeAll(document -> {
            keys.add(document.kind() + ":" + document.key());
            batch.add(document);
            if (batch.size() == AT_ONCE) {
                write(batch);
            }
        });
        write(batch);
        if (source.forgets()) {
            List<String> kinds = source.kinds().stream().map(SearchKind::code).toList();
            transaction.executeWithoutResult(status -> {
                longWork.begin();
                index.removeAllBut(kinds, keys);
            });
        }
        return keys.size();
    }

    private void write(List<SearchDocument> batch) {
        if (!batch.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                longWork.begin();
                index.putAll(batch);
            });
            batch.clear();
        }
    }
}
