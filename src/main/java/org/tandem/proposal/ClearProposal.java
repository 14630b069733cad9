package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/**
 * Each party clears the same frozen version by a person of its own (R-023, R-051, D37). Nobody clears what they or those who
 * named them wrote or reviewed, and nobody who sits on the advisory committee of the intended fund.
 */
@UseCase
@RequiredArgsConstructor
class ClearProposal implements TaskWork {

    private final Proposals proposals;
    private final FrozenVersions versions;
    private final ProposalAnswers answers;
    private final Writers writers;
    private final VersionOnTable onTable;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProposalTasks.CLEAR_PROPOSAL);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return onTable.options(task.caseOf());
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        CaseId id = task.caseOf();
        String fund = proposals.of(id).fund();
        if (fund != null && who.scopes(Role.COMMITTEE_MEMBER).contains(fund)) {
            return Optional.of(ProposalRefused.onTheCommittee(fund));
        }
        if (answers.hasAnsweredForAnother(id, ProposalAnswer.Step.CLEARANCE, who.personId(), task.party())) {
            return Optional.of(ProposalRefused.answeredForAnother());
        }
        return writers.handOf(task, who);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        answers.add(
                task.caseId(),
                new ProposalAnswer(
                        ProposalAnswer.Step.CLEARANCE,
                        versions.latest(task.caseId()).orElseThrow().number(),
                        task.agency(),
                        task.person(),
                        task.actingAs(),
                        values.text("decision").orElseThrow(),
                        null,
                        values.text("reason").or(() -> values.text("note")).orElse(null),
                        values.number("days").orElse(null),
                        task.now(),
                        null,
                        null));
        task.complete(values);
    }
}
