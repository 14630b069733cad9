package org.tandem.vetting;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;

/** A country without a director waits; naming one resumes it, by the coordinators' word or by the roster itself. */
@UseCase
@RequiredArgsConstructor
class RepairRoster implements TaskWork {

    private final VettingProcess process;
    private final CaseHistory history;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;

    @Override
    public Set<String> taskKeys() {
        return Set.of(VettingProcess.REPAIR_ROSTER);
    }

    @Override
    public boolean awaitsRoster() {
        return true;
    }

    /** Drawn in the diagram as the event "Roster repaired". */
    @Override
    public void rosterChanged(OpenTask task) {
        CaseId id = task.caseOf();
        CaseView view = cases.find(id).orElseThrow();
        boolean complete = cases.parties(view.framework()).stream()
                .map(agency -> MandatePattern.parse(groups.directorOf(agency, view.country())))
                .allMatch(roster::anyoneHolds);
        if (complete) {
            history.add(id, CaseEntry.Kind.ROSTER, null, null, Message.of("vetting.history.rosterRepaired"), null);
            cases.flagNoDirector(id, false);
            process.rosterRepaired(id);
        }
    }
}
