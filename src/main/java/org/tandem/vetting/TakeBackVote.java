package org.tandem.vetting;

import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A director takes back a vote until another party has voted; the task is offered again. */
@UseCase
class TakeBackVote {

    private final Cases cases;
    private final Vettings vettings;
    private final VetCountry vetCountry;
    private final CandidateGroups groups;

    TakeBackVote(Cases cases, Vettings vettings, VetCountry vetCountry, CandidateGroups groups) {
        this.cases = cases;
        this.vettings = vettings;
        this.vetCountry = vetCountry;
        this.groups = groups;
    }

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
        String agency = vettings.of(id.value()).votes().stream()
                .filter(vote ->
                        vote.state() == CastVote.State.SEALED && vote.person().equals(who.personId()))
                .map(CastVote::agency)
                .findFirst()
                .filter(own -> holds(groups.directorOf(own, view.country()), who))
                .orElseThrow(VettingRefused::nothingToTakeBack);
        vetCountry.takeBack(id, agency, view.country(), who);
    }

    /** A vote stays with the function: who has left it cannot reopen the matter. */
    private static boolean holds(String group, SignedIn who) {
        MandatePattern director = MandatePattern.parse(group);
        return who.holds(director.role(), director.agency(), director.scope());
    }
}
