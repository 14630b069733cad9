package org.tandem.selection;

import java.time.Clock;
import java.util.Objects;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** Another party's focal points agree to a nomination or refuse it with a reason. */
@UseCase
class AgreeNomination implements TaskWork {

    private final Nominations nominations;
    private final SelectionProcess process;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Clock clock;

    AgreeNomination(
            Nominations nominations,
            SelectionProcess process,
            CaseHistory history,
            CandidateGroups groups,
            Clock clock) {
        this.nominations = nominations;
        this.process = process;
        this.history = history;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return SelectionProcess.AGREE_NOMINATION;
    }

    @Override
    public void mayDo(OpenTask task, SignedIn who) {
        nominations.of(task.caseOf()).requireMayAnswer(who.personId());
    }

    @Override
    public boolean worksWhileWaiting() {
        return true;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        CaseId id = task.caseOf();
        String agency = Objects.requireNonNull(task.party(), "agreement is asked of a party");
        Agreement.Answer answer =
                values.choice("decision", Agreement.Answer.class).orElseThrow();
        String said = values.text(answer == Agreement.Answer.REFUSE ? "reason" : "note")
                .orElse(null);
        Nomination nomination = nominations.of(id);
        nomination.answer(agency, who.personId(), answer, said, clock.instant());
        Message words = Message.of("selection.history.answered." + answer, MessageArgument.agency(agency));
        history.add(
                id,
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                words,
                said);
        history.tell(
                id,
                groups.focalPoints(nomination.nominatedBy(), task.framework() + "-" + task.area()),
                words,
                who.personId());
        process.answered(task.id(), answer);
    }
}
