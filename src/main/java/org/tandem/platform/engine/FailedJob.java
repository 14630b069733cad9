package org.tandem.platform.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work of the engine that failed and has not succeeded since.
 *
 * @param caseId business key of its process, null for the engine's own work such as clearing history
 * @param processName name of the process in its diagram, null for the engine's own work
 * @param step name in the diagram of the step that failed
 * @param begunBy name of the event that was to lead there, null when it is the step itself
 * @param failedSince when it gave up, null while the engine still tries by itself
 * @param triesLeft how often the engine will still try by itself
 * @param nextTryAt when it will, null when it has given up
 */
public record FailedJob(
        String id,
        @Nullable String caseId,
        @Nullable String processName,
        String step,
        @Nullable String begunBy,
        @Nullable Instant failedSince,
        int triesLeft,
        @Nullable Instant nextTryAt,
        FailureCause cause) {

    public boolean hasGivenUp() {
        return triesLeft == 0;
    }
}
