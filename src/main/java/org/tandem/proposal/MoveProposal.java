package org.tandem.proposal;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** What the process does between the tasks: freezes for review and clearance, and moves the case on. */
@UseCase
@RequiredArgsConstructor
class MoveProposal {

    private final Cases cases;
    private final CaseHistory history;
    private final Proposals proposals;
    private final FreezeProposal freeze;
    private final FrozenVersions versions;
    private final ProposalAnswers answers;
    private final JudgeReadiness readiness;

    /** A new round: what was said in the one before counts no more, be the text changed or not. */
    void openReview(CaseId id) {
        answers.voidAll(id, null);
        frozen(id, "proposal.history.frozenForReview");
        cases.move(id, ProposalState.AGENCY_REVIEW.name(), null);
    }

    /** The same version as was reviewed: any change since would have taken the proposal back to revision. */
    void openClearance(CaseId id) {
        frozen(id, "proposal.history.frozenForClearance");
    }

    private void frozen(CaseId id, String words) {
        proposals.hold(id.value());
        FrozenVersion frozen = freeze.freeze(id);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                null,
                null,
                Message.of(words, frozen.number(), frozen.shortFingerprint()),
                null);
    }

    /** @return CHANGE when any party wants one, else AGREED */
    String tally(CaseId id) {
        return answers.wantChange(id, versions.latest(id).orElseThrow().number()) ? "CHANGE" : "AGREED";
    }

    void toRevision(CaseId id) {
        cases.move(id, ProposalState.REVISION.name(), null);
    }

    void cleared(CaseId id) {
        cases.move(id, ProposalState.CLEARED.name(), null);
        readiness.judge(id);
    }
}
