package org.tandem.divergence;

import java.time.Clock;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** When a matter ends otherwise, e.g. because its country is withdrawn, nothing about it is left to settle. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CloseDivergences {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final Cases cases;
    private final CaseHistory history;
    private final DivergenceMinutes minute;
    private final Clock clock;

    /** Everything still open on a matter; its diagrams hear of it as the event "DisputedCase ended". */
    public void on(CaseId matter) {
        for (Divergence open : divergences.openOn(matter)) {
            process.matterEnded(open.id());
            close(open.id());
        }
        if (cases.find(matter).orElseThrow().waitingSince() != null) {
            cases.resume(matter);
        }
    }

    void close(CaseId id) {
        Divergence divergence = divergences.of(id);
        if (!divergence.state().isOpen()) {
            return;
        }
        divergence.close(clock.instant());
        divergences.saveAndFlush(divergence);
        cases.move(id, divergence.state().name(), Outcome.MATTER_ENDED.name());
        if (cases.find(id).orElseThrow().suspendedBy() != null) {
            cases.liftSuspension(id);
        }
        Message words = Message.of("divergence.history.settled." + Outcome.MATTER_ENDED);
        history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
        Message back = Message.of("divergence.history.matter." + Outcome.MATTER_ENDED, id.value());
        history.add(divergence.matter(), CaseEntry.Kind.STEP, null, null, back, null);
        minute.notice(cases.find(id).orElseThrow(), divergence.level(), words, null);
    }
}
