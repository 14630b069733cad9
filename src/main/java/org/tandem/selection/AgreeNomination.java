package org.tandem.selection;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** Another party's focal points agree to a nomination or refuse it with a reason. */
@UseCase
@RequiredArgsConstructor
class AgreeNomination implements TaskWork {

    private final Nominations nominations;
    private final CandidateGroups groups;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SelectionProcess.AGREE_NOMINATION);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return nominations.of(task.caseOf()).obstacle(who.personId());
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        Nomination nomination = nominations.of(task.caseId());
        nomination.answer(
                task.agency(),
                task.person(),
                values.choice("decision", Agreement.Answer.class).orElseThrow(),
                values.text("reason").or(() -> values.text("note")).orElse(null),
                task.now());
        task.tell(groups.focalPoints(nomination.nominatedBy(), task.view().areaKey()));
        task.complete(values);
    }
}
