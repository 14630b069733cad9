package org.tandem.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a completion sends to the database, and what the database writes for it. */
final class CompletionCost {

    private static final int SHOWN = 100;

    private final Map<String, CountedStatements.Count> byText = new HashMap<>();
    private final JdbcClient jdbc;
    private long bytes;
    private int completions;

    private CompletionCost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void tell(Side ours, Side theirs, Subjects subjects, int cases, JdbcClient jdbc, Rows rows)
            throws Exception {
        CompletionCost mine = new CompletionCost(jdbc);
        CompletionCost other = new CompletionCost(jdbc);
        for (int number = 0; number < cases; number++) {
            Subject subject = subjects.next();
            mine.take(ours, subject);
            other.take(theirs, subject);
        }
        String size = cases + " cases each";
        rows.add("completion: statements", size, mine.statements(), other.statements(), "per completion", "");
        rows.add("completion: log written", size, mine.log(), other.log(), "bytes of WAL per completion", "");
        mine.profile("ours", rows);
        other.profile("theirs", rows);
    }

    private void take(Side side, Subject subject) throws Exception {
        Side.Steps steps = side.open(subject);
        for (int step = 0; step < Side.STEPS.size(); step++) {
            Samples.Work completion = steps.next();
            long before = position();
            List<CountedStatements.Count> sent = side.statements().during(completion);
            bytes += position() - before;
            completions++;
            sent.forEach(count -> byText.merge(count.text(), count, CountedStatements.Count::plus));
        }
    }

    private long position() {
        return jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                .query(Long.class)
                .single();
    }

    private double statements() {
        return (double) byText.values().stream()
                        .filter(count -> !count.text().equals(CountedStatements.COMMIT))
                        .mapToLong(CountedStatements.Count::times)
                        .sum()
                / completions;
    }

    private double log() {
        return (double) bytes / completions;
    }

    /** Where the time goes, by statement; the counting itself adds a little to each. */
    private void profile(String side, Rows rows) {
        rows.progress("statements of " + side + ": times and milliseconds per completion");
        List<CountedStatements.Count> all = new ArrayList<>(byText.values());
        all.sort(Comparator.comparingLong(CountedStatements.Count::nanos).reversed());
        all.stream()
                .limit(SHOWN)
                .forEach(count -> rows.progress("  %5.2f  %6.3f  %s"
                        .formatted(
                                (double) count.times() / completions,
                                count.nanos() / 1_000_000.0 / completions,
                                count.text()
                                        .substring(0, Math.min(110, count.text().length())))));
    }
}
