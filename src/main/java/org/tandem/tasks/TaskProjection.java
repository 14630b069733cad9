package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** Writes what the engine's tasks do into the projection, inside the engine's own transaction (D5). */
@Component
class TaskProjection {

    private final TaskTable table;
    private final Cases cases;
    private final StepLimits limits;
    private final CurrentPerson currentPerson;
    private final ObjectProvider<RepositoryService> repository;
    private final Clock clock;

    TaskProjection(
            TaskTable table,
            Cases cases,
            StepLimits limits,
            CurrentPerson currentPerson,
            ObjectProvider<RepositoryService> repository,
            Clock clock) {
        this.table = table;
        this.cases = cases;
        this.limits = limits;
        this.currentPerson = currentPerson;
        this.repository = repository;
        this.clock = clock;
    }

    void created(DelegateTask task) {
        StepLimit limit = limits.of(task.getTaskDefinitionKey());
        Instant now = clock.instant();
        Instant due = plus(now, limit.due());
        task.setDueDate(java.util.Date.from(due));
        OpenTask open = describe(task, now, due);
        table.insert(open, task.getProcessDefinitionId(), task.getProcessInstanceId(), minus(due, limit.remind()));
    }

    /** Puts back a task the projection has lost, as the engine knows it now. */
    void restored(Task task, String caseId, @Nullable String party, List<String> offers) {
        StepLimit limit = limits.of(task.getTaskDefinitionKey());
        Instant created = task.getCreateTime().toInstant();
        Instant due = plus(created, limit.due());
        ProcessDefinition definition = repository.getObject().getProcessDefinition(task.getProcessDefinitionId());
        OpenTask open = open(
                task.getId(),
                caseId,
                task.getTaskDefinitionKey(),
                definition.getResourceName(),
                definition.getDeploymentId(),
                party,
                created,
                due,
                offers);
        table.insert(open, task.getProcessDefinitionId(), task.getProcessInstanceId(), minus(due, limit.remind()));
        if (task.getAssignee() != null) {
            table.assign(task.getId(), UUID.fromString(task.getAssignee()), clock.instant());
        }
    }

    Clock clock() {
        return clock;
    }

    void completed(DelegateTask task) {
        table.end(
                task.getId(),
                OpenTask.State.DONE,
                currentPerson.find().map(SignedIn::personId).orElse(null),
                clock.instant());
    }

    void deleted(DelegateTask task) {
        table.end(task.getId(), OpenTask.State.CANCELLED, null, clock.instant());
    }

    private OpenTask describe(DelegateTask task, Instant created, Instant due) {
        ExecutionEntity instance = ((TaskEntity) task).getProcessInstance();
        ProcessDefinitionEntity definition = instance.getProcessDefinition();
        List<String> offers = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return open(
                task.getId(),
                instance.getBusinessKey(),
                task.getTaskDefinitionKey(),
                definition.getResourceName(),
                definition.getDeploymentId(),
                (String) task.getVariable("party"),
                created,
                due,
                offers);
    }

    private OpenTask open(
            String id,
            String caseId,
            String key,
            String resourceName,
            String deploymentId,
            @Nullable String party,
            Instant created,
            Instant due,
            List<String> offers) {
        CaseView view = cases.find(new CaseId(caseId))
                .orElseThrow(() -> new IllegalStateException("the engine has a task for an unknown case " + caseId));
        return new OpenTask(
                id,
                caseId,
                moduleOf(resourceName),
                key,
                key,
                deploymentId,
                view.framework(),
                view.area(),
                view.country(),
                party,
                OpenTask.State.OPEN,
                view.priority(),
                null,
                null,
                created,
                due,
                null,
                null,
                null,
                null,
                0,
                offers);
    }

    /** {@code processes/vetting/vetting.bpmn} belongs to the module vetting. */
    static String moduleOf(String resourceName) {
        return resourceName.split("/")[1];
    }

    private static Instant minus(Instant end, Period period) {
        return end.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }

    private static Instant plus(Instant start, Period period) {
        return start.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }
}
