package org.tandem.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open case that nobody and nothing moves on.
 *
 * @param step name in the diagram of where its process stands, null when it has none
 */
record StuckCase(
        String caseId,
        String kind,
        String state,
        Instant since,
        Why why,
        @Nullable String step) {

    /** What is wrong; each has its sentence on what to do. */
    enum Why {
        /** The case is open, but no process belongs to it. */
        NO_PROCESS,
        /** There is a process, but no task, timer or message brings it on. */
        NOTHING_AWAITED,
        /** There is a task, but nobody is left who may do it. */
        NOBODY_LEFT
    }
}
