package org.tandem.divergence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.tasks.PostponeTasks;

/** A case waits as long as one divergence that blocks it is open; the time is given back to its tasks. */
@Component
class HeldUp {

    private final Divergences divergences;
    private final Cases cases;
    private final PostponeTasks postpone;
    private final Clock clock;

    HeldUp(Divergences divergences, Cases cases, PostponeTasks postpone, Clock clock) {
        this.divergences = divergences;
        this.cases = cases;
        this.postpone = postpone;
        this.clock = clock;
    }

    void waits(CaseId matter) {
        cases.holdUp(matter);
    }

    /** Goes on if nothing else blocks it. */
    void goesOn(CaseId matter) {
        Instant since = cases.find(matter).orElseThrow().waitingSince();
        if (since == null || divergences.openOn(matter).stream().anyMatch(Divergence::blocking)) {
            return;
        }
        cases.goOn(matter);
        postpone.waited(matter, Duration.between(since, clock.instant()));
    }
}
