package org.tandem.tasks;

import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.InvalidForm;

/** Completing a user task: checked against its form and its rules, decided by its stage, told to the engine, all or nothing. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CompleteTask {

    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskWorks works;
    private final TaskObstacles obstacles;
    private final MovedTasks moved;
    private final Cases cases;
    private final TaskContexts taskContexts;
    private final FormContexts contexts;
    private final Attachments attachments;
    private final ClaimTask claims;

    /**
     * @param taskId which of several tasks of this key is meant; null for the only one offered to this person
     * @throws org.tandem.platform.Refused naming the field and the remedy, or who has the task, or who was faster
     */
    public OpenTask complete(CaseId id, String taskKey, @Nullable String taskId, FormInput input, SignedIn who) {
        Checked checked = checked(id, taskKey, taskId, input, who);
        try {
            checked.work().complete(checked.task(), checked.values());
            attach(checked, who);
            if (checked.task().task().party() != null) {
                claims.giveBackWhatIsBarred(id, who);
            }
        } catch (InvalidForm named) {
            throw named;
        } catch (Refused refused) {
            // A rule of the stage about one answer is shown beside that answer, like a rule of the form.
            if (refused.kind() == Refused.Kind.INVALID && refused.field() != null) {
                throw InvalidForm.because(input, refused);
            }
            throw refused;
        }
        return checked.task().task();
    }

    private void attach(Checked checked, SignedIn who) {
        List<UUID> files = forms.of(checked.task().task()).files().stream()
                .flatMap(field -> checked.values().files(field.name()).stream())
                .toList();
        if (!files.isEmpty()) {
            attachments.take(checked.task().caseId(), files, who, checked.task().actingAs());
        }
    }

    /** Everything {@link #complete} asks before it changes anything; refuses as it would. */
    public void check(CaseId id, String taskKey, @Nullable String taskId, FormInput input, SignedIn who) {
        checked(id, taskKey, taskId, input, who);
    }

    private Checked checked(CaseId id, String taskKey, @Nullable String taskId, FormInput input, SignedIn who) {
        OpenTask task = tasks.lockForDoing(id, taskKey, taskId, who);
        CaseView view = cases.readable(id, who);
        TaskWork work = works.of(task);
        obstacles.of(task, view, who).ifPresent(refused -> {
            throw refused;
        });
        String filledIn = input.version();
        if (filledIn != null && !forms.isSameIn(filledIn, task)) {
            throw moved.formOf(task, filledIn);
        }
        return new Checked(
                taskContexts.of(task, who),
                work,
                forms.of(task).check(input, context(work, task, who)).orRefuse());
    }

    private record Checked(TaskContext task, TaskWork work, FormValues values) {}

    FormContext context(TaskWork work, OpenTask task, SignedIn who) {
        FormContext context = contexts.of(who, forms.of(task));
        for (var options : work.options(task, who).entrySet()) {
            context = context.withOptions(options.getKey(), options.getValue());
        }
        for (var fact : work.facts(task, who).entrySet()) {
            context = context.withFact(fact.getKey(), fact.getValue());
        }
        return context;
    }
}
