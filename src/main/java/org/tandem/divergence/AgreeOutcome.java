package org.tandem.divergence;

import java.time.Clock;
import org.tandem.platform.UseCase;

/** The other coordinator agrees to the outcome put forward, counters, or refuses: both must agree. */
@UseCase
class AgreeOutcome extends AnswerTask {

    AgreeOutcome(
            TextForms texts,
            Divergences divergences,
            DivergenceProcess process,
            DivergenceMinutes minute,
            Clock clock) {
        super(texts, divergences, process, minute, clock);
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.AGREE_OUTCOME;
    }
}
