package org.tandem.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.Attachments;
import org.tandem.funds.Call;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/**
 * A call has closed: what was handed in before is recorded with its receipt, which the fund's clerk or the coordinators of every
 * other party confirm (D39).
 */
@UseCase
@RequiredArgsConstructor
class MeetClosing implements TaskWork {

    private final Submissions submissions;
    private final SubmissionLists lists;
    private final Attachments attachments;
    private final HandInGuard guard;
    private final MoveSubmission move;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.MEET_CLOSING, SubmissionTasks.CONFIRM_HAND_IN);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        Submission submission = submissions.of(task.caseOf());
        return HandInGuard.committee(submission, who)
                .or(() -> task.key().equals(SubmissionTasks.CONFIRM_HAND_IN)
                                && lists.isWitness(task.caseOf(), who.personId())
                        ? Optional.of(SubmissionRefused.ownReceipt())
                        : Optional.empty());
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        String decision = values.text("decision").orElseThrow();
        if (task.task().key().equals(SubmissionTasks.CONFIRM_HAND_IN)) {
            confirm(task, decision);
        } else if (decision.equals("RECEIPT")) {
            Submission submission = submissions.of(task.caseId());
            LocalDate on = values.date("on").orElseThrow();
            if (isAfterClosing(guard.call(submission), on)) {
                throw SubmissionRefused.tooLate();
            }
            UUID receipt = attachments
                    .take(task.caseId(), values.files("receipt"), task.who(), task.actingAs())
                    .get(0);
            submission.receiptShown(receipt, on, task.person());
            submissions.saveAndFlush(submission);
            lists.beginWitness(task.caseId(), task.person());
            task.set("recordedBy", task.agency());
            move.to(task.caseId(), SubmissionState.RECEIPT_SHOWN, null);
        }
        task.complete(values);
    }

    /** A day on which the call was closed from its beginning, by the clock of the call. */
    static boolean isAfterClosing(Call call, LocalDate on) {
        @Nullable String zone = call.term(Call.ZONE);
        Instant begins =
                on.atStartOfDay(zone == null ? ZoneOffset.UTC : ZoneId.of(zone)).toInstant();
        return call.closesAt().filter(closes -> !begins.isBefore(closes)).isPresent();
    }

    /** The clerk of the fund alone is enough. */
    private void confirm(TaskContext task, String decision) {
        lists.witness(task.caseId(), task.person());
        boolean clerk = MandatePattern.parse(task.actingAs()).role() == Role.FUND_CLERK;
        task.set("confirmation", clerk && decision.equals("CONFIRM") ? "CLERK" : decision);
        if (decision.equals("REFUSE")) {
            move.to(task.caseId(), SubmissionState.READY, null);
        }
    }
}
