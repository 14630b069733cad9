package org.tandem.tasks.diagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a case came to a node of its diagram, as the engine has recorded it.
 *
 * @param until null while the case is there
 * @param cancelled whether it left because the case went another way
 * @param within which run of a repeated step it belongs to
 */
record Passage(
        String node,
        Instant from,
        @Nullable Instant until,
        boolean cancelled,
        @Nullable String task,
        String within) {

    boolean isOpen() {
        return until == null;
    }

    boolean isDone() {
        return until != null && !cancelled;
    }
}
