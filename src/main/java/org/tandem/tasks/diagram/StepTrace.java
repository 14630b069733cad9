package org.tandem.tasks.diagram;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One task of a case, open or ended, as our own tables know it: who has it or did it. */
record StepTrace(
        String id,
        String processDefinition,
        String node,
        @Nullable String party,
        String state,
        @Nullable UUID assignee,
        @Nullable UUID endedBy,
        Instant since,
        @Nullable Instant due,
        @Nullable Instant endedAt,
        List<String> offers) {

    boolean isOpen() {
        return state.equals("OPEN");
    }

    boolean isDone() {
        return state.equals("DONE");
    }
}
