package org.tandem.tasks;

/** A count that is exact up to a limit (D5). */
public record TaskCount(long number, boolean exact) {

    public static final int EXACT_UP_TO = 1_000;

    static TaskCount capped(long number) {
        return number > EXACT_UP_TO ? new TaskCount(EXACT_UP_TO, false) : new TaskCount(number, true);
    }
}
