package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** The other coordinator agrees to the outcome put forward, counters, or refuses: both must agree. */
@UseCase
class AgreeOutcome implements TaskWork {

    private final AnswerProposal answers;
    private final TextForms texts;

    AgreeOutcome(AnswerProposal answers, TextForms texts) {
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.AGREE_OUTCOME;
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
    public void mayDo(OpenTask task, SignedIn who) {
        answers.mayAnswer(task, who);
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        answers.answer(task, values, who);
    }
}
