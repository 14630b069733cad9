package org.tandem.vetting;

import java.util.List;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;

/** Opens a round of vetting, or flags that a party has no director for the country (S-003, NO_DIRECTOR). */
@UseCase
class OpenVetting {

    private final Vettings vettings;
    private final Cases cases;
    private final NominationFile file;
    private final CandidateGroups groups;
    private final Roster roster;
    private final CaseHistory history;

    OpenVetting(
            Vettings vettings,
            Cases cases,
            NominationFile file,
            CandidateGroups groups,
            Roster roster,
            CaseHistory history) {
        this.vettings = vettings;
        this.cases = cases;
        this.file = file;
        this.groups = groups;
        this.roster = roster;
        this.history = history;
    }

    /** @return whether every party has a director; only then is the round open */
    boolean open(CaseId id) {
        CaseView view = cases.find(id).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
        List<String> missing = cases.parties(view.framework()).stream()
                .map(agency -> groups.directorOf(agency, view.country()))
                .filter(group -> !roster.anyoneHolds(MandatePattern.parse(group)))
                .toList();
        file.vettingIs(id, VettingState.IN_VETTING);
        cases.flagNoDirector(id, !missing.isEmpty());
        if (!missing.isEmpty()) {
            missing.forEach(group -> history.add(
                    id,
                    CaseEntry.Kind.ROSTER,
                    null,
                    null,
                    Words.of("vetting.history.noDirector", "group:" + group),
                    null));
            return false;
        }
        Vetting vetting = vettings.findById(id.value())
                .orElseGet(() -> vettings.save(new Vetting(id.value(), view.framework(), view.country())));
        vetting.open();
        history.add(id, CaseEntry.Kind.STEP, null, null, Words.of("vetting.history.opened", vetting.round()), null);
        return true;
    }
}
