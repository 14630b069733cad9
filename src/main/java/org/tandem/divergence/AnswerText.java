package org.tandem.divergence;

import java.time.Clock;
import org.tandem.platform.UseCase;

/** The other side accepts the text on the table, counters with one of its own, or refuses it. */
@UseCase
class AnswerText extends AnswerTask {

    AnswerText(
            TextForms texts,
            Divergences divergences,
            DivergenceProcess process,
            DivergenceMinutes minute,
            Clock clock) {
        super(texts, divergences, process, minute, clock);
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.ANSWER_TEXT;
    }
}
