package org.tandem.proposal;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** A cleared proposal is ready while nothing is missing that keeps it from going out; asked again whenever that may have changed. */
@UseCase
@RequiredArgsConstructor
public class JudgeReadiness {

    private final Readiness readiness;
    private final Proposals proposals;
    private final Cases cases;
    private final CaseHistory history;
    private final Writers writers;

    /** Whether it is cleared and nothing blocks it at this moment, whatever was judged before. */
    public boolean isReady(CaseView view) {
        return ProposalState.of(view)
                        .filter(state -> state == ProposalState.CLEARED || state == ProposalState.READY)
                        .isPresent()
                && !isBlocked(view.caseId());
    }

    private boolean isBlocked(CaseId id) {
        return !readiness.blockers(proposals.of(id)).isEmpty();
    }

    /** Moves a cleared proposal on or back, of which its writers are told; of any other it changes nothing. */
    public void judge(CaseId id) {
        boolean ready = !isBlocked(id);
        ProposalState from = ready ? ProposalState.CLEARED : ProposalState.READY;
        ProposalState to = ready ? ProposalState.READY : ProposalState.CLEARED;
        CaseView view = cases.find(id).orElseThrow();
        if (ProposalState.of(view).filter(from::equals).isPresent()) {
            Message words = Message.of("proposal.history.judged." + to);
            cases.move(id, to.name(), null);
            history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
            if (!ready) {
                writers.groupsOf(view).forEach(group -> history.tell(id, group, words, null));
            }
        }
    }
}
