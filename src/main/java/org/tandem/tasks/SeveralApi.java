package org.tandem.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Problems;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.drafts.PageDrafts;
import org.tandem.tasks.forms.FormInput;

/** Several tasks for machines, whatever their steps: each answer stands or falls by itself. */
@RestController
@RequiredArgsConstructor
class SeveralApi {

    private final AnswerSeveral answerSeveral;
    private final TaskReading reading;
    private final SeveralTasks several;
    private final PageDrafts drafts;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    /** @param values of the task's form */
    record Answer(@Nullable String task, @Nullable Map<String, Object> values) {}

    /**
     * @param status what a request for this task alone would have been answered with
     * @param changed what has changed since the answer was begun, where that may be why it was refused
     */
    record Result(
            String task,
            @Nullable String caseId,
            int status,
            @Nullable String code,
            @Nullable String detail,
            @Nullable Object changed) {}

    /**
     * @param key of the step, such as {@code agreeNomination}
     * @param tasks they are for
     * @param values for all tasks; those for one of them alone under {@code only} and its id
     */
    record Unsent(
            @Nullable String key,
            @Nullable List<String> tasks,
            @Nullable Map<String, Object> values) {}

    /** Where the page for these tasks gives it back. */
    @PutMapping("/api/tasks/several/draft")
    Map<String, Instant> draft(@RequestBody Unsent draft) {
        String page = several.draftOf(draft.key());
        if (draft.tasks() == null || draft.tasks().isEmpty() || draft.tasks().contains(null)) {
            throw Refused.invalid("tasks", "tasks.several.none");
        }
        FormInput typed = FormInput.ofValues(draft.values() == null ? Map.of() : draft.values());
        return Map.of("savedAt", drafts.save(page, currentPerson.get().personId(), typed.asMap(), draft.tasks(), null));
    }

    /** 200 says that all were looked at, not that all were recorded. */
    @PostMapping("/api/tasks/several")
    List<Result> answer(@RequestBody List<@Nullable Answer> answers) {
        Map<String, FormInput> inputs = new LinkedHashMap<>();
        for (Answer answer : answers) {
            if (answer == null || answer.task() == null) {
                throw Refused.invalid("task", "tasks.several.none");
            }
            FormInput input = FormInput.ofValues(answer.values() == null ? Map.of() : answer.values());
            if (inputs.put(answer.task(), input) != null) {
                throw Refused.invalid("task", "tasks.several.twice", answer.task());
            }
        }
        List<Result> results = new ArrayList<>();
        answerSeveral
                .answer(inputs, currentPerson.get())
                .forEach((id, outcome) -> results.add(new Result(
                        id,
                        outcome.task().map(OpenTask::caseId).orElse(null),
                        outcome.refused()
                                .map(Refused::kind)
                                .map(Problems::statusOf)
                                .orElse(HttpStatus.OK)
                                .value(),
                        outcome.refused().map(refused -> refused.words().key()).orElse(null),
                        outcome.refused()
                                .map(refused -> refused.sentences().stream()
                                        .map(translator::say)
                                        .collect(Collectors.joining(" ")))
                                .orElse(null),
                        changed(outcome, inputs.get(id)))));
        return results;
    }

    private @Nullable Object changed(AnswerSeveral.Outcome outcome, FormInput sent) {
        return outcome.task()
                .flatMap(task -> outcome.refused()
                        .flatMap(why -> reading.changed(task.caseOf(), task.key(), sent, why, currentPerson.get())))
                .map(ChangedMeanwhile.Change::model)
                .orElse(null);
    }
}
