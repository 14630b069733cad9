package org.tandem.selection;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.UseCase;

/** Every party has agreed: the country is jointly identified, and the eligibility is looked at once more. */
@UseCase
@RequiredArgsConstructor
class IdentifyJointly {

    private final Nominations nominations;
    private final Frameworks frameworks;
    private final Eligibility eligibility;
    private final MoveSelection move;

    Eligibility.Facts identify(CaseId id) {
        move.to(id, SelectionState.JOINTLY_IDENTIFIED, null);
        NominationView view = nominations.of(id).view();
        Framework framework = frameworks.byShortCode(view.framework()).orElseThrow();
        return eligibility.facts(
                framework, view.country(), view.area(), view.absenceExplanation() != null, view.caseId());
    }
}
