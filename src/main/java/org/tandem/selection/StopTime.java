package org.tandem.selection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.tasks.PostponeTasks;

/** While a country is paused nobody can answer, so no nomination lapses and no task comes due; the time is given back. */
@Component
@RequiredArgsConstructor
class StopTime {

    private final SelectionProcess process;
    private final PostponeTasks postpone;
    private final Clock clock;

    void stop(CaseId id) {
        process.timeStopped(id);
    }

    void resume(CaseId id, Instant stoppedAt) {
        process.timeGoesOn(id, Duration.between(stoppedAt, clock.instant()));
        postpone.paused(id, stoppedAt);
    }
}
