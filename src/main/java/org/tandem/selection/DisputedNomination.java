package org.tandem.selection;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseView;
import org.tandem.divergence.DisputedCase;
import org.tandem.divergence.Outcome;
import org.tandem.divergence.Settlement;
import org.tandem.divergence.Subject;

/** What can diverge about a nomination; what is agreed is added to its file. */
@Component
@Transactional
@RequiredArgsConstructor
class DisputedNomination implements DisputedCase {

    private static final List<Subject> SUBJECTS =
            List.of(Subject.AREA, Subject.ENTRY_POINT, Subject.BUDGET_SHARE, Subject.OTHER);

    private final MoveSelection moveSelection;

    @Override
    public String kind() {
        return SelectionProcess.KEY;
    }

    @Override
    public Set<Subject> subjects() {
        return Set.copyOf(SUBJECTS);
    }

    @Override
    public List<Subject> raisable(CaseView matter) {
        return SelectionState.valueOf(matter.stateBeneath()).allowsRenewal() ? List.of() : SUBJECTS;
    }

    @Override
    public List<String> resolutions(Subject subject) {
        return List.of();
    }

    /** A country already selected has nothing left to hold up, and one whose votes differ waits for that. */
    @Override
    public boolean canWait(CaseView matter) {
        SelectionState state = SelectionState.valueOf(matter.stateBeneath());
        return !state.isEnded() && state != SelectionState.IN_DIVERGENCE;
    }

    @Override
    public void settled(CaseView matter, Settlement settlement) {
        if (settlement.text() != null && settlement.outcome() != Outcome.NO_AGREEMENT) {
            moveSelection.amend(matter.caseId(), settlement.text());
        }
    }
}
