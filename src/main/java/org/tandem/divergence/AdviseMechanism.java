package org.tandem.divergence;

import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** The Task Team advises the coordinators (S-032). */
@UseCase
class AdviseMechanism implements TaskWork {

    private final DivergenceProcess process;
    private final DivergenceMinutes minute;

    AdviseMechanism(DivergenceProcess process, DivergenceMinutes minute) {
        this.process = process;
        this.minute = minute;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.ADVISE_MECHANISM;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        minute.write(
                task,
                who,
                DivergenceEntry.Kind.ADVICE,
                ProposedOutcome.words(values.text("advice").orElseThrow()));
        process.done(task.id());
    }
}
