package org.tandem.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.FrozenVersion;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** The package goes out: before the call closes, or as the answer to a question of the fund. */
@UseCase
@RequiredArgsConstructor
class HandIn implements TaskWork {

    private final Submissions submissions;
    private final SubmissionLists lists;
    private final FrozenFigures figures;
    private final HandInGuard guard;
    private final KeptPackages packages;
    private final MoveSubmission move;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.HAND_IN_PROPOSAL, SubmissionTasks.RESUBMIT_REVISED);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of("organisations", organisations(submissions.of(task.caseOf())));
    }

    List<Option> organisations(Submission submission) {
        return figures.organisations(figures.version(submission)).entrySet().stream()
                .map(one -> new Option(one.getKey(), one.getValue()))
                .toList();
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return HandInGuard.committee(submissions.of(task.caseOf()), who);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        boolean revised = task.task().key().equals(SubmissionTasks.RESUBMIT_REVISED);
        if (revised || values.text("decision").filter("HAND_IN"::equals).isPresent()) {
            Submission submission = submissions.of(task.caseId());
            guard.requireReady(submission);
            FrozenVersion version = figures.latest(submission.programmeId());
            submission.becomes(version.number(), figures.requested(version));
            if (!revised) {
                guard.requireOpen(submission, task.now());
                submission.handedIn(values.text("reference").orElse(null), task.person(), task.now());
                lists.spent(
                        task.caseId(),
                        SubmissionLists.byOrganisation(values, "effort", "agency", row -> row.number("days")));
            }
            submissions.saveAndFlush(submission);
            packages.make(submission);
            move.to(task.caseId(), SubmissionState.SUBMITTED, null);
        }
        task.complete(values);
    }
}
