package org.tandem.divergence;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;

/**
 * Writes moves onto the record: the move with its words among the divergence's own, where only those concerned read it, and that
 * it was made into the history everybody reads.
 */
@Component
class DivergenceMinutes {

    private final Divergences divergences;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Cases cases;
    private final Clock clock;

    DivergenceMinutes(Divergences divergences, CaseHistory history, CandidateGroups groups, Cases cases, Clock clock) {
        this.divergences = divergences;
        this.history = history;
        this.groups = groups;
        this.cases = cases;
        this.clock = clock;
    }

    /** For which agency somebody does a task: the task's own side, or the one through whose mandate they see it. */
    static Side sideOf(OpenTask task, SignedIn who) {
        String party = task.party();
        String agency = party != null
                ? party
                : MandatePattern.parse(Tasks.offerFor(task, who).orElseThrow()).agency();
        return new Side(agency, who.personId());
    }

    void write(OpenTask task, SignedIn who, DivergenceEntry.Kind kind, @Nullable ProposedOutcome said) {
        Divergence divergence = divergences.of(task.caseOf());
        divergence.record(kind, sideOf(task, who), said, clock.instant());
        divergences.saveAndFlush(divergence);
        tell(task, who, "divergence.history.move." + kind);
    }

    /** A line in the history, with nothing of what was written. */
    void tell(OpenTask task, SignedIn who, String key) {
        history.add(
                task.caseOf(),
                CaseEntry.Kind.STEP,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Message.of(key, MessageArgument.agency(sideOf(task, who).agency())),
                null);
    }

    /** Everybody who works at this level learns on their next look. */
    void notice(CaseView view, Level level, Message words, @Nullable SignedIn causedBy) {
        for (String group : groups.sidesAt(level.name(), view.framework(), view.areaKey(), view.country())
                .split(",")) {
            history.tell(view.caseId(), group, words, causedBy == null ? null : causedBy.personId());
        }
        for (String agency : cases.parties(view.framework())) {
            history.tell(
                    view.caseId(),
                    groups.coordinators(agency, view.framework()),
                    words,
                    causedBy == null ? null : causedBy.personId());
        }
    }
}
