package org.tandem.vetting;

import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** The nominating side answers a director's question and amends the file; then every director votes anew. */
@UseCase
class AnswerQuestion implements TaskWork {

    private final NominationFile file;
    private final VettingProcess process;
    private final CaseHistory history;

    AnswerQuestion(NominationFile file, VettingProcess process, CaseHistory history) {
        this.file = file;
        this.process = process;
        this.history = history;
    }

    @Override
    public String taskKey() {
        return VettingProcess.ANSWER_QUESTION;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        values.text("amendment").ifPresent(amendment -> file.amend(task.caseOf(), amendment));
        history.add(
                task.caseOf(),
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Message.of("vetting.history.answered"),
                values.text("answer").orElseThrow());
        process.answered(task.id());
    }
}
