package org.tandem.vetting;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.divergence.DisputedCase;
import org.tandem.divergence.Outcome;
import org.tandem.divergence.Settlement;
import org.tandem.divergence.Subject;

/** A split vote as a matter to settle: the country ends selected or not, and not where nobody agreed (R-010, O-03). */
@Component
@Transactional
@RequiredArgsConstructor
class SettledVotes implements DisputedCase {

    private final Vettings vettings;
    private final NominationFile file;
    private final ApplicationEventPublisher events;

    @Override
    public String kind() {
        return file.kind();
    }

    @Override
    public Set<Subject> subjects() {
        return Set.of(Subject.SPLIT_VOTE);
    }

    /** Only votes make a split vote. */
    @Override
    public List<Subject> raisable(CaseView matter) {
        return List.of();
    }

    @Override
    public List<String> resolutions(Subject subject) {
        return List.of(VettingState.VETTED.name(), VettingState.NOT_SELECTED.name());
    }

    /** The vetting waits in its own diagram. */
    @Override
    public boolean canWait(CaseView matter) {
        return false;
    }

    @Override
    public void settled(CaseView matter, Settlement settlement) {
        boolean selected = settlement.outcome() != Outcome.NO_AGREEMENT
                && VettingState.VETTED.name().equals(settlement.resolution());
        Vetting vetting = vettings.of(matter.id());
        vetting.settle(
                selected ? VettingState.VETTED : VettingState.NOT_SELECTED,
                settlement.outcome().name());
        events.publishEvent(new CountryVetted(matter.caseId(), vetting.state()));
    }

    VettingState outcome(CaseId id) {
        return vettings.of(id.value()).state();
    }
}
