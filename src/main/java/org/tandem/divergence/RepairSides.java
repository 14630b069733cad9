package org.tandem.divergence;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.MandateGranted;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** A side without anybody who could act: the coordinators see to the roster, or the roster itself resumes the divergence. */
@UseCase
class RepairSides implements TaskWork {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final OpenLevel openLevel;
    private final CaseHistory history;
    private final Cases cases;
    private final JdbcClient jdbc;

    RepairSides(
            Divergences divergences,
            DivergenceProcess process,
            OpenLevel openLevel,
            CaseHistory history,
            Cases cases,
            JdbcClient jdbc) {
        this.divergences = divergences;
        this.process = process;
        this.openLevel = openLevel;
        this.history = history;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.REPAIR_SIDES;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        history.add(
                task.caseOf(),
                CaseEntry.Kind.ROSTER,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Words.of("divergence.history.rosterLookedAt"),
                values.text("note").orElseThrow());
        process.done(task.id());
    }

    /** Drawn in the diagram as the event "Sides repaired". */
    @EventListener
    void on(MandateGranted event) {
        List<String> waiting = jdbc.sql(
                        "select distinct case_id from tandem.task where state = 'OPEN' and task_key = ? order by 1")
                .param(DivergenceProcess.REPAIR_SIDES)
                .query(String.class)
                .list();
        waiting.forEach(id -> resume(new CaseId(id)));
    }

    private void resume(CaseId id) {
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        Divergence divergence = divergences.of(id);
        if (divergence.state().isOpen()
                && openLevel.missing(view, divergence.level()).isEmpty()) {
            history.add(id, CaseEntry.Kind.ROSTER, null, null, Words.of("divergence.history.rosterRepaired"), null);
            process.sidesRepaired(id);
        }
    }
}
