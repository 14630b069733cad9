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
        proposals.hold(id.value());
        answers.voidAll(id);
        note(id, "proposal.history.frozenForReview", freeze.freeze(id));
        cases.move(id, ProposalState.AGENCY_REVIEW.name(), null);
    }

    /** The version that was reviewed, and no other. */
    void openClearance(CaseId id) {
        note(id, "proposal.history.frozenForClearance", versions.latest(id).orElseThrow());
    }

    private void note(CaseId id, String words, FrozenVersion frozen) {
        history.add(
                id,
                CaseEntry.Kind.STEP,
                null,
                null,
                Message.of(words, frozen.number(), frozen.shortFingerprint()),
                null);
    }

    /** @return CHANGE when any party wants one, or the text is not the one they reviewed; else AGREED */
    String tally(CaseId id) {
        proposals.hold(id.value());
        FrozenVersion reviewed = versions.latest(id).orElseThrow();
        if (answers.wantChange(id, reviewed.number())) {
            return "CHANGE";
        }
        if (freeze.isAsFrozen(id)) {
            return "AGREED";
        }
        note(id, "proposal.history.notAsReviewed", reviewed);
        return "CHANGE";
    }

    void toRevision(CaseId id) {
        cases.move(id, ProposalState.REVISION.name(), null);
    }

    void cleared(CaseId id) {
        cases.move(id, ProposalState.CLEARED.name(), null);
        readiness.judge(id);
    }
}
