package org.tandem.divergence;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** One side states what it holds; nobody else reads it until every side has. */
@UseCase
@RequiredArgsConstructor
class StatePosition implements TaskWork {

    private final Divergences divergences;

    @Override
    public Set<String> taskKeys() {
        return Set.of(DivergenceProcess.STATE_POSITION);
    }

    /** Nobody states what two sides hold. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return divergences.of(task.caseOf()).hasStated(who.personId())
                ? Optional.of(DivergenceRefused.statedForAnother())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        Divergence divergence = divergences.of(task.caseId());
        divergence.state(
                new Side(task.agency(), task.person()), values.text("position").orElseThrow(), task.now());
        divergences.saveAndFlush(divergence);
        task.complete(values);
    }
}
