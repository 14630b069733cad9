package org.tandem.platform.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The engine's nightly work of removing the history of processes that ended long ago; ours is never removed. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class HistoryCleanup {

    /** As it is called in {@link org.tandem.platform.LastRuns}. */
    public static final String WORK = "history-cleanup";

    private final HistoryService history;

    public Optional<Instant> nextAt() {
        return history.findHistoryCleanupJobs().stream()
                .map(Job::getDuedate)
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .min(Comparator.naturalOrder());
    }
}
