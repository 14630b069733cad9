package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** Writes what the engine's tasks do into the projection, inside the engine's own transaction (D5). */
@Component
@RequiredArgsConstructor
class TaskProjection {

    private final TaskTable table;
    private final Cases cases;
    private final LimitOfStep limits;
    private final CurrentPerson currentPerson;
    private final CheckNewTasks checkNewTasks;
    private final RosterChanges changes;
    private final Clock clock;

    void created(DelegateTask task) {
        StepLimit limit = limits.of(task.getTaskDefinitionKey(), caseOf(task));
        Instant now = clock.instant();
        // A diagram may set the time of a step itself, or name the one person who is asked.
        Instant due =
                task.getDueDate() == null ? limit.dueAt(now) : task.getDueDate().toInstant();
        task.setDueDate(java.util.Date.from(due));
        OpenTask open = describe(task, now, due, limit.remindAt(due));
        table.insert(open, task.getProcessDefinitionId(), task.getProcessInstanceId());
        checkNewTasks.add(open);
    }

    void completed(DelegateTask task) {
        end(task, OpenTask.State.DONE, currentPerson.find());
    }

    /** Takes the case first, as people do: a timer and a person who act at once come one after the other. */
    void deleted(DelegateTask task) {
        cases.lock(caseOf(task));
        end(task, OpenTask.State.CANCELLED, Optional.empty());
    }

    private void end(DelegateTask task, OpenTask.State state, Optional<SignedIn> person) {
        CaseId id = caseOf(task);
        TaskTable.Ended ended = table.end(task.getId(), state, person, clock.instant());
        if (ended.abandoned()) {
            changes.look(id);
        }
        if (ended.alike()) {
            table.openOf(id.value()).forEach(checkNewTasks::add);
        }
    }

    private static CaseId caseOf(DelegateTask task) {
        return new CaseId(((TaskEntity) task).getProcessInstance().getBusinessKey());
    }

    private OpenTask describe(DelegateTask task, Instant created, Instant due, Instant remind) {
        ExecutionEntity instance = ((TaskEntity) task).getProcessInstance();
        ProcessDefinitionEntity definition = instance.getProcessDefinition();
        List<String> offers = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        CaseView view = cases.find(new CaseId(instance.getBusinessKey()))
                .orElseThrow(() -> new IllegalStateException(
                        "the engine has a task for an unknown case " + instance.getBusinessKey()));
        return new OpenTask(
                task.getId(),
                view.id(),
                moduleOf(definition.getResourceName()),
                task.getTaskDefinitionKey(),
                task.getTaskDefinitionKey(),
                definition.getDeploymentId(),
                view.framework(),
                view.area(),
                view.country(),
                party(task),
                OpenTask.State.OPEN,
                view.priority(),
                task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                task.getAssignee() == null ? null : created,
                created,
                due,
                remind,
                null,
                null,
                null,
                null,
                0,
                (String) task.getExecution().getVariable("title"),
                null,
                offers);
    }

    /** Asked of the execution: a task that is just being created has no variables of its own to be looked for. */
    private static @Nullable String party(DelegateTask task) {
        return (String) task.getExecution().getVariable("party");
    }

    /** {@code processes/vetting/vetting.bpmn} belongs to the module vetting. */
    static String moduleOf(String resourceName) {
        return resourceName.split("/")[1];
    }
}
