package org.tandem.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/** An uploaded spreadsheet of nominations, as it stands. */
record NominationImport(
        UUID id,
        UUID person,
        String signInName,
        String fileName,
        State state,
        List<Message> notices,
        Instant uploadedAt,
        Instant checkedAt,
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
        /** Can be started. */
        GOOD,
        /** Cannot be started as it is. */
        BAD,
        /** Nothing to start: there is a case already. */
        ALREADY,
        /** Its cases have been opened. */
        OPENED,
        /** Was good and could not be started all the same. */
        FAILED;

        boolean leftOver() {
            return this == BAD || this == FAILED;
        }
    }

    /** @param field of the nomination, null when it is about the whole row */
    record Problem(@Nullable String field, Message words) {}

    record Row(int number, Map<String, String> cells, Verdict verdict, List<Problem> problems, List<String> cases) {

        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    public int count(String verdict) {
        return counts.getOrDefault(Verdict.valueOf(verdict), 0);
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
