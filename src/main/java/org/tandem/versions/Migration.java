package org.tandem.versions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Running cases of one version on their way to a newer one.
 *
 * @param steps new step by old step, where the ids differ
 * @param workedMillis how long the work itself took, without pauses
 */
record Migration(
        UUID id,
        String process,
        String fromDefinition,
        int fromVersion,
        String toDefinition,
        int toVersion,
        Map<String, String> steps,
        State state,
        UUID askedBy,
        Instant askedAt,
        @Nullable UUID steeredBy,
        @Nullable Instant endedAt,
        long workedMillis) {

    enum State {
        RUNNING,
        PAUSED,
        DONE,
        STOPPED;

        public boolean isOpen() {
            return this == RUNNING || this == PAUSED;
        }
    }
}
