package org.tandem.programme;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.UseCase;
import org.tandem.proposal.BeginProposal;
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

    @Override
    public void complete(TaskContext task, FormValues values) {
        if (values.text("decision").orElseThrow().equals("JOIN")) {
            proposals.lead(task.caseId(), task.agency(), task.person());
        }
        task.complete(values);
    }
}
