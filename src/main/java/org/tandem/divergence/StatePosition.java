package org.tandem.divergence;

import java.time.Clock;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** One side states what it holds; nobody else reads it until every side has. */
@UseCase
class StatePosition implements TaskWork {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final DivergenceMinutes minute;
    private final Clock clock;

    StatePosition(Divergences divergences, DivergenceProcess process, DivergenceMinutes minute, Clock clock) {
        this.divergences = divergences;
        this.process = process;
        this.minute = minute;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.STATE_POSITION;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        Divergence divergence = divergences.of(task.caseOf());
        divergence.state(
                DivergenceMinutes.sideOf(task, who), values.text("position").orElseThrow(), clock.instant());
        divergences.saveAndFlush(divergence);
        minute.tell(task, who, "divergence.history.stated");
        process.done(task.id());
    }
}
