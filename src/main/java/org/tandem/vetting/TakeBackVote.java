package org.tandem.vetting;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/**
 * A director takes back a vote until another party has voted; the task is offered again. A vote stays with the function: who
 * has left it cannot reopen the matter.
 */
@UseCase
@RequiredArgsConstructor
class TakeBackVote {

    private final Cases cases;
    private final Vettings vettings;
    private final VetCountry vetCountry;

    void takeBack(CaseId id, SignedIn who) {
        cases.lock(id);
        CaseView view = cases.readable(id, who);
        if (!view.stateBeneath().equals(VettingState.IN_VETTING.name())) {
            throw VettingRefused.notOpen();
        }
        if (view.suspendedBy() != null) {
            throw new CaseRefused.Suspended(view);
        }
        if (view.waitingSince() != null) {
            throw new CaseRefused.Waiting(view);
        }
        MandatePattern as = vettings.of(id.value())
                .castBy(who.personId())
                .map(CastVote::as)
                .filter(mandate -> who.holds(mandate.role(), mandate.agency(), mandate.scope()))
                .orElseThrow(VettingRefused::nothingToTakeBack);
        vetCountry.takeBack(id, as, who);
    }
}
