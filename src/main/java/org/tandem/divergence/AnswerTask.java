package org.tandem.divergence;

import java.time.Clock;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.forms.FormValues;

/** Answering a text, at whatever level: agreement only when every side accepts the same one. */
abstract class AnswerTask extends TextTask {

    private final Divergences divergences;
    private final DivergenceProcess process;
    private final DivergenceMinutes minute;
    private final Clock clock;

    AnswerTask(
            TextForms texts,
            Divergences divergences,
            DivergenceProcess process,
            DivergenceMinutes minute,
            Clock clock) {
        super(texts);
        this.divergences = divergences;
        this.process = process;
        this.minute = minute;
        this.clock = clock;
    }

    /** Four eyes go by person: whoever wrote the text does not answer it, whatever mandates they hold. */
    @Override
    public void mayDo(OpenTask task, SignedIn who) {
        divergences
                .of(task.caseOf())
                .onTheTable()
                .filter(text -> text.person().equals(who.personId()))
                .ifPresent(own -> {
                    throw DivergenceRefused.ownText();
                });
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        TextAnswer answer = values.choice("answer", TextAnswer.class).orElseThrow();
        switch (answer) {
            case ACCEPT -> accept(task, who);
            case COUNTER -> minute.write(task, who, DivergenceEntry.Kind.COUNTER_PROPOSAL, TextForms.proposed(values));
            case REFUSE ->
                minute.write(
                        task,
                        who,
                        DivergenceEntry.Kind.REFUSAL,
                        ProposedOutcome.words(values.text("reason").orElseThrow()));
        }
        if (answer == TextAnswer.COUNTER) {
            process.countered(task.id(), DivergenceMinutes.sideOf(task, who).agency());
        } else {
            process.answered(task.id(), answer);
        }
    }

    private void accept(OpenTask task, SignedIn who) {
        Divergence divergence = divergences.of(task.caseOf());
        divergence.accept(DivergenceMinutes.sideOf(task, who), clock.instant());
        divergences.saveAndFlush(divergence);
        minute.tell(task, who, "divergence.history.move." + DivergenceEntry.Kind.ACCEPTANCE);
    }
}
