package org.tandem.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured so far; says each line at once, so that a long run can be watched. */
class Rows {

    private final List<Row> rows = new ArrayList<>();

    synchronized void add(
            String benchmark, String size, double ours, @Nullable Double theirs, String unit, String spread) {
        Row row = new Row(benchmark, size, ours, theirs, unit, spread);
        rows.add(row);
        progress(Report.line(row));
    }

    /** A figure that stands for itself. */
    void add(String benchmark, String size, double ours, String unit) {
        add(benchmark, size, ours, null, unit, "");
    }

    void progress(String text) {
        System.out.println("  " + text);
    }

    synchronized List<Row> all() {
        return List.copyOf(rows);
    }

    /** For warm-up: measures like the others, and is forgotten. */
    static final class Silent extends Rows {

        @Override
        void progress(String text) {}
    }
}
