package org.tandem.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open task in the version its case was moved to.
 *
 * @param before as it was
 * @param name what the new diagram calls the step
 * @param offers candidate groups by the new diagram
 * @param assignee null when whoever had claimed it may not do it any more
 * @param otherStep whether it is another step, not the same by another name
 */
record MovedTask(
        OpenTask before,
        String key,
        String name,
        String module,
        String definition,
        String deployment,
        List<String> offers,
        @Nullable UUID assignee,
        @Nullable Instant dueAt,
        @Nullable Instant remindAt,
        boolean otherStep) {

    boolean isRenamed() {
        return !key.equals(before.key());
    }
}
