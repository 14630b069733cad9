package org.tandem.proposal;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.ActingAs;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;

/**
 * The one door to every change of what a proposal says, of whatever part. Takes the proposal, not its case; only a change of
 * a text that was reviewed or cleared takes both, because it takes the case back to revision (D37).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ChangeContent {

    private final Cases cases;
    private final Proposals proposals;
    private final ProposalAnswers answers;
    private final Writers writers;
    private final ActingAs actingAs;
    private final CaseHistory history;
    private final ProposalProcess process;

    /**
     * Call it before anything of the content is read.
     *
     * @param reopen whether the writer knows that reviews and clearances become void
     * @throws org.tandem.platform.Refused when the person may not write, or not now
     */
    public Proposal begin(CaseId id, SignedIn who, boolean reopen) {
        if (reopen) {
            cases.lock(id);
        }
        CaseView readable = cases.readable(id, who);
        if (!writers.mayWrite(readable, who)) {
            throw ProposalRefused.notAWriter();
        }
        Proposal proposal = proposals.hold(id.value()).orElseThrow(() -> ProposalRefused.none(id));
        CaseView view = cases.find(id).orElseThrow();
        ProposalState state = ProposalState.valueOf(view.stateBeneath());
        if (state.isFrozen()) {
            if (!reopen) {
                throw ProposalRefused.frozen();
            }
            reopen(view, who);
        } else if (!state.isBeingWritten()) {
            throw ProposalRefused.notWritten();
        }
        proposals.countChange(id.value());
        return proposal;
    }

    private void reopen(CaseView view, SignedIn who) {
        CaseId id = view.caseId();
        answers.voidAll(id, who.personId());
        cases.move(id, ProposalState.REVISION.name(), null);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                actingAs.of(view, who).group(),
                Message.of("proposal.history.reopened"),
                null);
        process.changed(id);
    }
}
