package org.tandem.divergence;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;

/** A side without anybody who could act: the coordinators see to the roster, or the roster itself resumes the divergence. */
@UseCase
@RequiredArgsConstructor
class RepairSides implements TaskWork {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final OpenLevel openLevel;
    private final CaseHistory history;
    private final Cases cases;

    @Override
    public Set<String> taskKeys() {
        return Set.of(DivergenceProcess.REPAIR_SIDES);
    }

    @Override
    public boolean awaitsRoster() {
        return true;
    }

    /** Drawn in the diagram as the event "Sides repaired". */
    @Override
    public void rosterChanged(OpenTask task) {
        CaseId id = task.caseOf();
        CaseView view = cases.find(id).orElseThrow();
        Divergence divergence = divergences.of(id);
        if (divergence.state().isOpen()
                && openLevel.missing(view, divergence.level()).isEmpty()) {
            history.add(id, CaseEntry.Kind.ROSTER, null, null, Message.of("divergence.history.rosterRepaired"), null);
            process.sidesRepaired(id);
        }
    }
}
