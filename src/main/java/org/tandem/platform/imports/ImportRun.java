package org.tandem.platform.imports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;

/** An uploaded spreadsheet, as it stands. */
record ImportRun(
        UUID id,
        String kind,
        UUID person,
        String signInName,
        String fileName,
        State state,
        List<Message> notices,
        Instant uploadedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant workedUntil,
        Map<Verdict, Integer> counts) {

    /** How far it is. */
    enum State {
        CHECKED,
        RUNNING,
        DONE
    }

    /** What is to be said of a row. */
    enum Verdict {
        /** Can be opened. */
        GOOD,
        /** Cannot be opened as it is. */
        BAD,
        /** Nothing to open: it is there already. */
        ALREADY,
        /** Has been opened. */
        OPENED,
        /** Was good and could not be opened all the same. */
        FAILED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param field null when it is about the whole row */
    record Problem(@Nullable String field, Message words) {

        static Problem of(Refused refused) {
            return new Problem(refused.field(), refused.words());
        }
    }

    record Row(int number, Map<String, String> cells, Verdict verdict, List<Problem> problems, List<String> cases) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public int count(String verdict) {
        return counts.getOrDefault(Verdict.valueOf(verdict), 0);
    }

    /** How many rows there are of each verdict, as addresses and machines call it. */
    Map<String, Integer> byVerdict() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            rows.put(verdict.code(), count(verdict.name()));
        }
        return rows;
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows that will not come to anything without being changed. */
    public int leftOver() {
        return count("BAD") + count("FAILED");
    }

    /** Of the rows confirmed, those that are through. */
    public int done() {
        return count("OPENED") + count("FAILED");
    }

    public int confirmed() {
        return done() + count("GOOD");
    }

    /** Somebody should be working on it and nobody is. */
    boolean standsStill(Instant now) {
        return state == State.RUNNING && (workedUntil == null || workedUntil.isBefore(now));
    }
}
