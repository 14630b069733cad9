package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.InvalidForm;
import org.tandem.tasks.forms.RenderedForm;

/** A task with its form, as the person who may do it sees it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class TaskReading {

    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskWorks works;
    private final TaskObstacles obstacles;
    private final Cases cases;
    private final TaskDrafts drafts;
    private final CompleteTask completeTask;
    private final Roster roster;
    private final MessageSource messages;
    private final PausedTasks standingStill;
    private final List<ChangedMeanwhile> changes;
    private final Clock clock;

    /**
     * @param obstacle why it cannot be done at this moment, null when it can
     * @param why the group through which the person has it
     * @param others who else could do it; the only ones it can be handed to
     */
    record Reading(
            OpenTask task,
            RenderedForm form,
            @Nullable Refused obstacle,
            String why,
            List<PersonName> others,
            @Nullable Instant draftSavedAt,
            boolean mine,
            String timeliness) {}

    Reading read(CaseId id, String taskKey, @Nullable String taskId, SignedIn who) {
        OpenTask task = tasks.forDoing(id, taskKey, taskId, who);
        Optional<Draft> draft = drafts.of(task, who.personId());
        FormInput typed = draft.map(kept -> typed(kept, task)).orElseGet(FormInput::empty);
        return reading(task, form(task, typed, who), draft.map(Draft::savedAt).orElse(null), who);
    }

    private FormInput typed(Draft draft, OpenTask task) {
        FormInput typed = FormInput.of(draft.typed());
        return draft.savedAt().isBefore(task.createdAt()) ? forms.of(task).withoutChoices(typed) : typed;
    }

    /** The same after a refusal: what was typed stands where it was typed, beside what is wrong with it. */
    Reading again(
            CaseId id,
            String taskKey,
            @Nullable String taskId,
            FormInput typed,
            @Nullable InvalidForm refused,
            SignedIn who) {
        OpenTask task = tasks.forDoing(id, taskKey, taskId, who);
        RenderedForm form = refused == null
                ? form(task, typed, who)
                : forms.of(task).render(refused, completeTask.context(works.of(task), task, who), messages);
        return reading(task, form, null, who);
    }

    /** What has changed since the form was opened, where an answer is refused that may be because of it. */
    Optional<ChangedMeanwhile.Change> changed(
            CaseId id, String taskKey, FormInput sent, Refused refused, SignedIn who) {
        return refused.kind() == Refused.Kind.CONFLICT || refused.kind() == Refused.Kind.INVALID
                ? changes.stream()
                        .filter(one -> one.taskKeys().contains(taskKey))
                        .flatMap(one -> one.of(id, sent, who).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** What was typed after the press of a button that adds or removes a row. */
    FormInput withRows(
            CaseId id, String taskKey, @Nullable String taskId, FormInput typed, String press, SignedIn who) {
        return forms.of(tasks.forDoing(id, taskKey, taskId, who)).withRows(typed, press);
    }

    FormDefinition formOf(OpenTask task) {
        return forms.of(task);
    }

    /** The words of what was chosen, by the name of its field and its code. */
    BiFunction<String, String, Optional<String>> words(OpenTask task, SignedIn who) {
        FormContext context = completeTask.context(works.of(task), task, who);
        return (name, value) -> forms.of(task).choice(name, value, context, messages);
    }

    private RenderedForm form(OpenTask task, FormInput typed, SignedIn who) {
        return forms.of(task).render(typed, completeTask.context(works.of(task), task, who), messages);
    }

    private Reading reading(OpenTask task, RenderedForm form, @Nullable Instant savedAt, SignedIn who) {
        UUID me = who.personId();
        return new Reading(
                task,
                form,
                obstacles.of(task, cases.readable(task.caseOf(), who), who).orElse(null),
                Tasks.offerFor(task, who).orElse(""),
                others(task, me),
                savedAt,
                me.equals(task.assignee()),
                standingStill.timeliness(task, clock.instant()));
    }

    List<PersonName> others(OpenTask task, UUID me) {
        return task.offers().stream()
                .map(MandatePattern::parse)
                .flatMap(pattern -> roster.holders(pattern).stream())
                .filter(person -> !person.id().equals(me))
                .distinct()
                .toList();
    }
}
