package org.tandem.proposal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Technical review: the focal points of each party agree to the frozen version or want a change in it. */
@UseCase
@RequiredArgsConstructor
class ReviewProposal implements TaskWork {

    private final FrozenVersions versions;
    private final ProposalAnswers answers;
    private final Places places;
    private final VersionOnTable onTable;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProposalTasks.REVIEW_PROPOSAL);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        Map<String, List<Option>> options = new HashMap<>(onTable.options(task.caseOf()));
        options.put("places", places.of(task.caseOf()));
        return options;
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return answers.hasAnsweredForAnother(task.caseOf(), ProposalAnswer.Step.REVIEW, who.personId(), task.party())
                ? Optional.of(ProposalRefused.answeredForAnother())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        answers.add(
                task.caseId(),
                new ProposalAnswer(
                        ProposalAnswer.Step.REVIEW,
                        versions.latest(task.caseId()).orElseThrow().number(),
                        task.agency(),
                        task.person(),
                        task.actingAs(),
                        values.text("decision").orElseThrow(),
                        values.text("place").orElse(null),
                        values.text("reason").or(() -> values.text("note")).orElse(null),
                        null,
                        task.now(),
                        null,
                        null));
        task.complete(values);
    }
}
