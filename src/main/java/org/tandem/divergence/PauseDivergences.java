package org.tandem.divergence;

import java.time.Instant;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.tasks.PostponeTasks;

/** While a party has paused a country, what diverges about it rests too; the time is given back. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class PauseDivergences {

    private final Divergences divergences;
    private final Cases cases;
    private final PostponeTasks postpone;

    public void on(CaseId matter, String agency, String reason) {
        divergences.openOn(matter).forEach(open -> cases.suspend(open.id(), agency, reason));
    }

    /** Another party has paused it, too, or has lifted its pause while others stand. */
    public void now(CaseId matter, String agency, String reason) {
        divergences.openOn(matter).stream()
                .filter(open -> cases.find(open.id()).orElseThrow().suspendedBy() != null)
                .forEach(open -> cases.suspendFor(open.id(), agency, reason));
    }

    public void resume(CaseId matter) {
        for (Divergence open : divergences.openOn(matter)) {
            Instant since = cases.find(open.id()).orElseThrow().suspendedSince();
            if (since != null) {
                cases.liftSuspension(open.id());
                postpone.paused(open.id(), since);
            }
        }
    }
}
