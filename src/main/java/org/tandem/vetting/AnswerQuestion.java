package org.tandem.vetting;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.UseCase;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** The nominating side answers a director's question and amends the file; then every director votes anew. */
@UseCase
@RequiredArgsConstructor
class AnswerQuestion implements TaskWork {

    private final Vettings vettings;
    private final NominationFile file;

    @Override
    public Set<String> taskKeys() {
        return Set.of(VettingProcess.ANSWER_QUESTION);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        vettings.of(task.caseId().value()).answer(values.text("answer").orElse(null));
        values.text("amendment").ifPresent(amendment -> file.amend(task.caseId(), amendment));
        task.complete(values);
    }
}
