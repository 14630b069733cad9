package org.tandem.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.Attachments;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Role;
import org.tandem.platform.UseCase;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** The office of the Resident Coordinator answers (R-044, S-014), or a country office records its letter. */
@UseCase
@RequiredArgsConstructor
class AnswerConsultation implements TaskWork {

    private final Submissions submissions;
    private final Attachments attachments;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.ANSWER_CONSULTATION);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        List<UUID> letter = values.files("letter");
        boolean office = MandatePattern.parse(task.actingAs()).role() == Role.RESIDENT_COORDINATOR;
        if (!office && letter.isEmpty()) {
            throw SubmissionRefused.letterNeeded();
        }
        attachments.take(task.caseId(), letter, task.who(), task.actingAs());
        Submission submission = submissions.of(task.caseId());
        submission.consulted(
                values.text("decision").orElseThrow(),
                values.text("said").orElse(null),
                values.date("on").orElseThrow(),
                task.person(),
                task.actingAs());
        submissions.saveAndFlush(submission);
        task.complete(values);
    }
}
