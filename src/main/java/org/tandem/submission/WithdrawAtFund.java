package org.tandem.submission;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** Its country was withdrawn while the fund has it: the coordinators withdraw it there, with a letter. */
@UseCase
@RequiredArgsConstructor
class WithdrawAtFund implements TaskWork {

    private final Submissions submissions;
    private final Attachments attachments;
    private final CaseHistory history;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.WITHDRAW_AT_FUND);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return HandInGuard.committee(submissions.of(task.caseOf()), who);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        attachments.take(task.caseId(), values.files("letter"), task.who(), task.actingAs());
        Message sent = Message.of(
                "submission.history.withdrawalSent",
                MessageArgument.date(values.date("on").orElseThrow()));
        history.add(task.caseId(), CaseEntry.Kind.STEP, task.person(), task.actingAs(), sent, null);
        task.complete(values);
    }
}
