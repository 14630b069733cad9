package org.tandem.divergence;

import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.forms.FormValues;

/** One member of the joint mechanism puts an outcome forward. */
@UseCase
class ProposeOutcome extends TextTask {

    private final DivergenceProcess process;
    private final Minute minute;

    ProposeOutcome(DivergenceProcess process, TextForms texts, Minute minute) {
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
        minute.write(task, who, Move.Kind.PROPOSAL, TextForms.proposed(values));
        process.moved(
                task.id(),
                AttemptSettlement.Choice.PROPOSE.name(),
                Minute.sideOf(task, who).agency());
    }
}
