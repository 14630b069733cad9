package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** The other side accepts the text on the table, counters with one of its own, or refuses it. */
@UseCase
class AnswerText implements TaskWork {

    private final AnswerProposal answers;
    private final TextForms texts;

    AnswerText(AnswerProposal answers, TextForms texts) {
        this.answers = answers;
        this.texts = texts;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.ANSWER_TEXT;
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
