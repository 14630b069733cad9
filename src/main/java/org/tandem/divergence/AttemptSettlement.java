package org.tandem.divergence;

import java.time.Clock;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.forms.FormValues;

/** Both sides try: one puts a text forward, or records what was tried in vain, or takes it up a level. */
@UseCase
class AttemptSettlement extends TextTask {

    /** What can be done. */
    enum Choice {
        PROPOSE,
        RECORD,
        RISE
    }

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final DivergenceMinutes minute;
    private final Cases cases;
    private final Clock clock;

    AttemptSettlement(
            Divergences divergences,
            DivergenceProcess process,
            TextForms texts,
            DivergenceMinutes minute,
            Cases cases,
            Clock clock) {
        super(texts);
        this.divergences = divergences;
        this.process = process;
        this.minute = minute;
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.ATTEMPT_SETTLEMENT;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        Choice choice = values.choice("move", Choice.class).orElseThrow();
        switch (choice) {
            case PROPOSE -> minute.write(task, who, DivergenceEntry.Kind.PROPOSAL, TextForms.proposed(values));
            case RECORD ->
                minute.write(
                        task,
                        who,
                        DivergenceEntry.Kind.ATTEMPT,
                        ProposedOutcome.words(values.text("attempt").orElseThrow()));
            case RISE -> rise(task, values.text("reason").orElseThrow(), who);
        }
        process.moved(
                task.id(), choice.name(), DivergenceMinutes.sideOf(task, who).agency());
    }

    private void rise(OpenTask task, String reason, SignedIn who) {
        CaseView view = cases.find(task.caseOf()).orElseThrow();
        Divergence divergence = divergences.of(task.caseOf());
        divergence.rise(DivergenceMinutes.sideOf(task, who), reason, cases.parties(view.framework()), clock.instant());
        divergences.saveAndFlush(divergence);
        minute.tell(task, who, "divergence.history.move.RISE");
    }
}
