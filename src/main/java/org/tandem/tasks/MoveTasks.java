package org.tandem.tasks;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes running processes to another version of their diagram, and their open tasks with them: the engine moves the tokens and
 * tells nobody, so names, offers, claims and due dates are set anew here, on both sides, in the running transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class MoveTasks {

    private final ObjectProvider<ProcessEngine> engine;
    private final NewStep newStep;
    private final MovedTaskTable table;

    /**
     * @param instances process instances, whose cases the caller holds
     * @param goneSteps steps that are gone: whoever takes over from them has another step, whose time begins now
     * @throws org.camunda.bpm.engine.ProcessEngineException when the engine cannot move one of them; then nothing is moved
     */
    public void move(MigrationPlan plan, Collection<String> instances, Set<String> goneSteps) {
        Map<String, OpenTask> before =
                table.openIn(instances).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        ProcessEngine running = engine.getObject();
        List<MovedTask> moved = ((ProcessEngineConfigurationImpl) running.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    running.getRuntimeService()
                            .newMigration(plan)
                            .processInstanceIds(List.copyOf(instances))
                            .execute();
                    return instances.stream()
                            .flatMap(id -> tasks(context, id).stream())
                            .filter(task -> before.containsKey(task.getId()))
                            .map(task -> refreshed(task, before.get(task.getId()), goneSteps))
                            .toList();
                });
        moved.forEach(table::write);
    }

    private static List<TaskEntity> tasks(CommandContext context, String instance) {
        return context.getTaskManager().findTasksByProcessInstanceId(instance);
    }

    private MovedTask refreshed(TaskEntity task, OpenTask before, Set<String> goneSteps) {
        MovedTask moved = newStep.of(task, before, goneSteps.contains(before.key()));
        if (!moved.name().equals(task.getName())) {
            task.setName(moved.name());
        }
        before.offers().stream()
                .filter(group -> !moved.offers().contains(group))
                .forEach(task::deleteCandidateGroup);
        moved.offers().stream()
                .filter(group -> !before.offers().contains(group))
                .forEach(task::addCandidateGroup);
        if (moved.assignee() == null && task.getAssignee() != null) {
            task.setAssignee(null);
        }
        if (moved.dueAt() != null && !moved.dueAt().equals(before.dueAt())) {
            task.setDueDate(Date.from(moved.dueAt()));
        }
        return moved;
    }
}
