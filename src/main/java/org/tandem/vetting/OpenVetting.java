package org.tandem.vetting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;

/** Opens a round of vetting, or flags that a party has no director for the country (S-003, NO_DIRECTOR). */
@UseCase
@RequiredArgsConstructor
class OpenVetting {

    private final Vettings vettings;
    private final Cases cases;
    private final NominationFile file;
    private final CandidateGroups groups;
    private final Roster roster;
    private final CaseHistory history;

    /** @return whether every party has a director; only then is the round open */
    boolean open(CaseId id) {
        CaseView view = cases.find(id).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
        List<String> missing = missing(view);
        file.vettingIs(id, VettingState.IN_VETTING);
        cases.flagNoDirector(id, !missing.isEmpty());
        if (!missing.isEmpty()) {
            missing.forEach(group -> history.add(
                    id,
                    CaseEntry.Kind.ROSTER,
                    null,
                    null,
                    Message.of("vetting.history.noDirector", MessageArgument.group(group)),
                    null));
            return false;
        }
        Optional<Vetting> earlier = vettings.findById(id.value());
        Vetting vetting = earlier.orElseGet(() -> new Vetting(id.value(), view.framework(), view.country()));
        vetting.open();
        if (earlier.isEmpty()) {
            vettings.save(vetting);
        }
        history.add(id, CaseEntry.Kind.STEP, null, null, Message.of("vetting.history.opened", vetting.round()), null);
        return true;
    }

    /** The groups of directors that reach nobody; all of them asked for at once. */
    private List<String> missing(CaseView view) {
        List<MandatePattern> directors = cases.parties(view.framework()).stream()
                .map(agency -> MandatePattern.parse(groups.directorOf(agency, view.country())))
                .toList();
        Map<MandatePattern, List<PersonName>> holders = roster.holders(directors);
        return directors.stream()
                .filter(director -> holders.get(director).isEmpty())
                .map(MandatePattern::group)
                .toList();
    }
}
