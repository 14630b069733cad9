package org.tandem.tasks.todo;

import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** A coordinator has seen to the case and says what came of it; the case itself does not move by that. */
@UseCase
class SeeToCase implements TaskWork {

    private final Todos todos;
    private final TodoProcess process;
    private final CaseHistory history;

    SeeToCase(Todos todos, TodoProcess process, CaseHistory history) {
        this.todos = todos;
        this.process = process;
        this.history = history;
    }

    @Override
    public String taskKey() {
        return TodoProcess.SEE_TO_CASE;
    }

    @Override
    public boolean worksWhileSuspended() {
        return true;
    }

    @Override
    public boolean worksWhileWaiting() {
        return true;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        history.add(
                task.caseOf(),
                CaseEntry.Kind.STEP,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Message.of("tasks.history.seenTo"),
                values.text("done").orElseThrow());
        todos.done(task.id(), who.personId());
        process.done(task.id());
    }
}
