package org.tandem.submission;

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

/** The fund is answered in words, or the document is changed and cleared again first. */
@UseCase
@RequiredArgsConstructor
class AnswerClarification implements TaskWork {

    private final Submissions submissions;
    private final MoveSubmission move;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.ANSWER_CLARIFICATION);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return HandInGuard.committee(submissions.of(task.caseOf()), who);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        if (values.text("decision").filter("WORDS"::equals).isPresent()) {
            Submission submission = submissions.of(task.caseId());
            submission.answered(values.text("answer").orElseThrow());
            submissions.saveAndFlush(submission);
            move.to(task.caseId(), SubmissionState.SUBMITTED, null);
        }
        task.complete(values);
    }
}
