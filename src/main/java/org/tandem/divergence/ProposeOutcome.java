package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** One member of the joint mechanism puts an outcome forward. */
@UseCase
class ProposeOutcome implements TaskWork {

    private final DivergenceProcess process;
    private final TextForms texts;
    private final Minute minute;

    ProposeOutcome(DivergenceProcess process, TextForms texts, Minute minute) {
        this.process = process;
        this.texts = texts;
        this.minute = minute;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.PROPOSE_OUTCOME;
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return texts.options(task);
    }

    @Override
    public Map<String, Object> facts(OpenTask task, SignedIn who) {
        return texts.facts(task);
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
