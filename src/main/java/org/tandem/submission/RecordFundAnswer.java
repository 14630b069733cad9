package org.tandem.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.Attachments;
import org.tandem.platform.Money;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** What the fund says outside is recorded with its letter, by its clerk or a coordinator (S-015, D38). */
@UseCase
@RequiredArgsConstructor
class RecordFundAnswer implements TaskWork {

    /** What a fund can say. */
    enum Answer {
        RECEIVED,
        CLARIFICATION,
        APPROVED,
        APPROVED_IN_PART,
        DEFERRED,
        REJECTED
    }

    private final Submissions submissions;
    private final SubmissionLists lists;
    private final FrozenFigures figures;
    private final HandIn handIn;
    private final Attachments attachments;
    private final MoveSubmission move;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SubmissionTasks.RECORD_FUND_ANSWER);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of("organisations", handIn.organisations(submissions.of(task.caseOf())));
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return HandInGuard.committee(submissions.of(task.caseOf()), who);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        Submission submission = submissions.of(task.caseId());
        Answer answer = values.choice("decision", Answer.class).orElseThrow();
        LocalDate on = values.date("on").orElseThrow();
        attachments.take(task.caseId(), values.files("letter"), task.who(), task.actingAs());
        switch (answer) {
            case RECEIVED -> submission.received(on, values.text("reference").orElse(null));
            case CLARIFICATION ->
                submission.asked(
                        values.text("question").orElseThrow(),
                        values.date("due").orElseThrow());
            default -> {
                decide(task, submission, answer, values);
                submission.decided(
                        answer.name(),
                        on,
                        values.text("reasons").orElse(null),
                        values.date("until").orElse(null),
                        task.person());
            }
        }
        submissions.saveAndFlush(submission);
        if (answer != Answer.RECEIVED) {
            move.to(task.caseId(), SubmissionState.valueOf(answer.name()), null);
        }
        task.complete(values);
    }

    private void decide(TaskContext task, Submission submission, Answer answer, FormValues values) {
        Map<String, BigDecimal> asked = figures.requestedBy(figures.version(submission));
        if (answer == Answer.APPROVED) {
            lists.grant(task.caseId(), asked);
        } else if (answer == Answer.APPROVED_IN_PART) {
            Map<String, BigDecimal> granted =
                    SubmissionLists.byOrganisation(values, "amounts", "organisation", row -> row.money("amount")
                            .map(Money::amount));
            requireWithin(granted, asked);
            lists.grant(task.caseId(), granted);
        }
        lists.demand(
                task.caseId(),
                values.rows("conditions").stream()
                        .flatMap(row -> row.text("condition").stream())
                        .toList());
    }

    private static void requireWithin(Map<String, BigDecimal> granted, Map<String, BigDecimal> asked) {
        if (granted.isEmpty()) {
            throw SubmissionRefused.amountsMissing();
        }
        BigDecimal sum = granted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = asked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(most) > 0) {
            throw SubmissionRefused.moreThanAsked();
        }
    }
}
