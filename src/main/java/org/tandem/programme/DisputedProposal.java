package org.tandem.programme;

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
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.SettledShares;
import org.tandem.tasks.forms.Option;

/**
 * What can diverge about a proposal. Its place is closed for writing until it is settled, drafting elsewhere goes on, review and
 * clearance wait; shares that were agreed bind the budget (D40, R-036, R-038).
 */
@Component
@Transactional
@RequiredArgsConstructor
class DisputedProposal implements DisputedCase {

    private static final List<Subject> SUBJECTS = List.of(Subject.BUDGET_SHARE, Subject.TEXT, Subject.OTHER);

    private final Places places;
    private final Organisations organisations;
    private final SettledShares shares;

    @Override
    public String kind() {
        return ProgrammeProcess.KEY;
    }

    @Override
    public Set<Subject> subjects() {
        return Set.copyOf(SUBJECTS);
    }

    @Override
    public List<Subject> raisable(CaseView matter) {
        return ProposalState.of(matter).isPresent() ? SUBJECTS : List.of();
    }

    @Override
    public List<Option> places(CaseView matter, Subject subject) {
        return switch (subject) {
            case BUDGET_SHARE -> placesOf(matter, true);
            case TEXT -> placesOf(matter, false);
            default -> List.of();
        };
    }

    private List<Option> placesOf(CaseView matter, boolean budget) {
        return places.of(matter.caseId()).stream()
                .filter(place -> place.value().equals(Places.BUDGET) == budget)
                .toList();
    }

    @Override
    public List<Option> sharers(CaseView matter, Subject subject) {
        return subject == Subject.BUDGET_SHARE
                ? organisations.of(matter.caseId()).stream()
                        .map(organisation -> new Option(organisation.code(), organisation.name()))
                        .toList()
                : List.of();
    }

    @Override
    public List<String> resolutions(Subject subject) {
        return List.of();
    }

    @Override
    public boolean alwaysWaits() {
        return true;
    }

    /** There is nothing to ask: it waits in any case. */
    @Override
    public boolean canWait(CaseView matter) {
        return false;
    }

    @Override
    public void settled(CaseView matter, Settlement settlement) {
        if (settlement.outcome() != Outcome.NO_AGREEMENT && !settlement.shares().isEmpty()) {
            shares.settle(matter.caseId(), settlement.divergence(), settlement.shares());
        }
    }
}
