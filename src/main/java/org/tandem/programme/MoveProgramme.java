package org.tandem.programme;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.divergence.CloseDivergences;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.Writers;
import org.tandem.submission.MoveSubmission;
import org.tandem.submission.SubmissionMoved;
import org.tandem.submission.SubmissionState;
import org.tandem.tasks.todo.Todos;

/** What the process does with the case of a programme between its tasks. */
@UseCase
@RequiredArgsConstructor
class MoveProgramme {

    private final Cases cases;
    private final CaseHistory history;
    private final Writers writers;
    private final CurrentPerson currentPerson;
    private final CloseDivergences divergences;
    private final Todos todos;
    private final MoveSubmission submissions;
    private final WithdrawProgramme withdraw;

    void to(CaseId id, ProposalState state) {
        cases.move(id, state.name(), null);
    }

    /** A submission has gone out, won, or come back without money: then the proposal is ready for another call. */
    @EventListener
    void on(SubmissionMoved moved) {
        CaseId id = moved.programme();
        boolean out = cases.find(id).orElseThrow().stateBeneath().equals(ProgrammeState.SUBMITTED.name());
        if (moved.state() == SubmissionState.SUBMITTED && !out) {
            withdraw.overtaken(id);
            cases.move(id, ProgrammeState.SUBMITTED.name(), null);
        } else if (moved.state().isApproved()) {
            cases.move(id, ProgrammeState.APPROVED.name(), null);
        } else if (moved.state() == SubmissionState.REJECTED) {
            cases.move(id, ProposalState.READY.name(), null);
        }
    }

    /** It ends without money of a fund; those who write it learn why. */
    void end(CaseId id, @Nullable String reason) {
        divergences.on(id);
        todos.settleAll(id);
        submissions.endWith(id);
        cases.move(id, ProgrammeState.WITHDRAWN.name(), reason);
        Message words = Message.of(reason == null ? "programme.history.ended" : "programme.history.ended." + reason);
        history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
        CaseView view = cases.find(id).orElseThrow();
        @Nullable UUID by = currentPerson.find().map(SignedIn::personId).orElse(null);
        writers.groupsOf(view).forEach(group -> history.tell(id, group, words, by));
    }
}
