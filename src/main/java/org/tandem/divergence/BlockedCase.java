package org.tandem.divergence;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.tasks.PostponeTasks;
import org.tandem.tasks.Tasks;

/** A case waits as long as one divergence that blocks it is open; the time is given back to its tasks. */
@Component
@RequiredArgsConstructor
class BlockedCase {

    private final Divergences divergences;
    private final Cases cases;
    private final PostponeTasks postpone;
    private final Tasks tasks;
    private final CaseHistory history;

    void waits(CaseId matter) {
        if (cases.find(matter).orElseThrow().waitingSince() == null) {
            cases.holdUp(matter);
            tell(matter, "divergence.notice.waits");
        }
    }

    /** Goes on if nothing else blocks it. */
    void goesOn(CaseId matter) {
        Instant since = cases.find(matter).orElseThrow().waitingSince();
        if (since == null || divergences.openOn(matter).stream().anyMatch(Divergence::blocking)) {
            return;
        }
        cases.resume(matter);
        postpone.waited(matter, since);
        tell(matter, "divergence.notice.goesOn");
    }

    /** Those whose work stands still, or goes on, learn on their next look. */
    private void tell(CaseId matter, String key) {
        tasks.openOf(matter).stream()
                .flatMap(task -> task.offers().stream())
                .distinct()
                .forEach(group -> history.tell(matter, group, Message.of(key), null));
    }
}
