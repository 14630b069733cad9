package org.tandem.divergence;

import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.forms.FormValues;

/** One member of the joint mechanism puts an outcome forward. */
@UseCase
class ProposeOutcome extends TextTask {

    private final DivergenceProcess process;
    private final DivergenceMinutes minute;

    ProposeOutcome(DivergenceProcess process, TextForms texts, DivergenceMinutes minute) {
        super(texts);
        this.process = process;
        this.minute = minute;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.PROPOSE_OUTCOME;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        minute.write(task, who, DivergenceEntry.Kind.PROPOSAL, TextForms.proposed(values));
        process.moved(
                task.id(),
                AttemptSettlement.Choice.PROPOSE.name(),
                DivergenceMinutes.sideOf(task, who).agency());
    }
}
