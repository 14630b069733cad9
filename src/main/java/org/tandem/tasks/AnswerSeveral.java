package org.tandem.tasks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormInput;

/**
 * Several tasks answered in one go. No use case of its own: each answer is one transaction, completed like any other task, so
 * that one refusal leaves the others standing.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class AnswerSeveral {

    private final CompleteTask completeTask;
    private final Tasks tasks;

    /** @param task null when there is none for this person */
    record Outcome(Optional<OpenTask> task, Optional<Refused> refused) {

        boolean isDone() {
            return refused.isEmpty();
        }
    }

    /** @param answers by the ids of the tasks; in this order */
    Map<String, Outcome> answer(Map<String, FormInput> answers, SignedIn who) {
        if (answers.isEmpty()) {
            throw Refused.invalid("task", "tasks.several.none");
        }
        if (answers.size() > TaskList.TOGETHER) {
            throw Refused.invalid("task", "tasks.several.tooMany", TaskList.TOGETHER);
        }
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        answers.forEach((id, input) -> outcomes.put(id, one(id, input, who)));
        return outcomes;
    }

    private Outcome one(String id, FormInput input, SignedIn who) {
        Optional<OpenTask> task = tasks.find(id, who);
        if (task.isEmpty()) {
            return new Outcome(task, Optional.of(TaskRefused.unknown()));
        }
        try {
            completeTask.complete(task.get().caseOf(), task.get().key(), id, input, who);
            return new Outcome(task, Optional.empty());
        } catch (RuntimeException thrown) {
            return new Outcome(task, Optional.of(refusalIn(thrown, id)));
        }
    }

    private static Refused refusalIn(RuntimeException thrown, String id) {
        return Refused.in(thrown).orElseGet(() -> {
            LOG.error("The answer to task {} could not be recorded", id, thrown);
            return new Refused(Refused.Kind.BUSY, "tasks.several.failed");
        });
    }
}
