package org.tandem.vetting;

import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** The directors' answers differ: the coordinators settle it on the record (R-010, O-03). */
@UseCase
class SettleDivergence implements TaskWork {

    private final Vettings vettings;
    private final VettingProcess process;
    private final CaseHistory history;

    SettleDivergence(Vettings vettings, VettingProcess process, CaseHistory history) {
        this.vettings = vettings;
        this.process = process;
        this.history = history;
    }

    @Override
    public String taskKey() {
        return VettingProcess.SETTLE_DIVERGENCE;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        VettingState outcome = values.choice("outcome", VettingState.class).orElseThrow();
        Vetting vetting = vettings.of(task.caseId());
        vetting.settle(outcome);
        vettings.saveAndFlush(vetting);
        history.add(
                task.caseOf(),
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Words.of("vetting.history.settled." + outcome),
                values.text("reason").orElseThrow());
        process.settled(task.id(), outcome);
    }
}
