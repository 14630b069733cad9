package org.tandem.submission;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ProposalReopened;
import org.tandem.proposal.ProposalState;

/** What the process does with the case of a submission between its tasks, and what becomes of it when its proposal moves. */
@UseCase
@RequiredArgsConstructor
public class MoveSubmission {

    static final String COUNTRY_WITHDRAWN = "COUNTRY_WITHDRAWN";

    private final Submissions submissions;
    private final KeptPackages packages;
    private final SubmissionProcess process;
    private final Cases cases;
    private final CaseHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    void to(CaseId id, SubmissionState state, @Nullable String reason) {
        cases.move(id, state.name(), reason);
        events.publishEvent(new SubmissionMoved(id, submissions.of(id).programmeId(), state));
    }

    void note(CaseId id, String words) {
        history.add(id, CaseEntry.Kind.STEP, null, null, Message.of(words), null);
    }

    /** The receipt shows that it was handed in before the call closed. */
    void recordLate(CaseId id) {
        Submission submission = submissions.of(id);
        submission.recordedLate(clock.instant());
        submissions.saveAndFlush(submission);
        packages.make(submission);
        note(id, "submission.history.recordedLate");
        to(id, SubmissionState.SUBMITTED, null);
    }

    /** The document is written again, as the answer to the fund. */
    void reopen(CaseId id) {
        cases.move(submissions.of(id).programmeId(), ProposalState.REVISION.name(), null);
    }

    @EventListener
    void on(ProposalReopened reopened) {
        openOf(reopened.caseId()).forEach(view -> {
            if (SubmissionState.BEFORE_HAND_IN.contains(SubmissionState.of(view))) {
                process.overtaken(view.caseId());
            } else {
                process.clearedReopened(view.caseId());
            }
        });
    }

    /** Its programme is over; what runs for the submission has ended with it. */
    public void endWith(CaseId programme) {
        openOf(programme).forEach(view -> {
            cases.move(view.caseId(), SubmissionState.WITHDRAWN.name(), "WITH_PROGRAMME");
            note(view.caseId(), "submission.history.withdrawnWith");
        });
    }

    /** The country of a programme a fund has is withdrawn; nobody answers the fund any more, and its text is locked as it was sent. */
    public void withdrawAtFund(CaseId programme) {
        openOf(programme).forEach(view -> {
            process.countryWithdrawn(view.caseId());
            note(view.caseId(), "submission.history.countryWithdrawn");
            to(view.caseId(), SubmissionState.SUBMITTED, COUNTRY_WITHDRAWN);
        });
    }

    /** Whether a fund has it, be it that its document is written again as the answer to a question. */
    public boolean isAtFund(CaseId programme) {
        return openOf(programme).stream().map(SubmissionState::of).anyMatch(SubmissionState.AT_FUND::contains);
    }

    private List<CaseView> openOf(CaseId programme) {
        return submissions.findByProgrammeOrderByCaseId(programme.value()).stream()
                .map(one -> cases.find(new CaseId(one.caseId())).orElseThrow())
                .filter(view -> SubmissionState.open().anyMatch(SubmissionState.of(view)::equals))
                .toList();
    }
}
