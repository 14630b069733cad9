package org.tandem.programme;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.BeginProposal;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** Another party takes up the idea: whoever does so leads for it until somebody else is named. */
@UseCase
@RequiredArgsConstructor
class JoinDrafting implements TaskWork {

    private final BeginProposal proposals;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.JOIN_DRAFTING);
    }

    /** An idea of every party means as many persons, whatever mandates one of them holds. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return proposals.leadsForAnother(task.caseOf(), String.valueOf(task.party()), who.personId())
                ? Optional.of(ProgrammeRefused.answeredForAnother())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        if (values.text("decision").orElseThrow().equals("JOIN")) {
            proposals.lead(task.caseId(), task.agency(), task.person());
        }
        task.complete(values);
    }
}
