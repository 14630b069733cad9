package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** What the diagram a case was moved to says about one of its open tasks. */
@Component
@RequiredArgsConstructor
class NewStep {

    private final LimitOfStep limits;
    private final Roster roster;
    private final Clock clock;

    MovedTask of(TaskEntity task, OpenTask before, boolean otherStep) {
        ProcessDefinitionEntity process = task.getExecution().getProcessDefinition();
        TaskDefinition step = process.getTaskDefinitions().get(task.getTaskDefinitionKey());
        List<String> offers = offers(step, task);
        Instant due = due(task.getTaskDefinitionKey(), before, otherStep);
        boolean sameTime = due == null || due.equals(before.dueAt());
        return new MovedTask(
                before,
                task.getTaskDefinitionKey(),
                String.valueOf(step.getNameExpression().getValue(task.getExecution())),
                TaskProjection.moduleOf(process.getResourceName()),
                process.getId(),
                process.getDeploymentId(),
                offers,
                stillTheirs(before, offers),
                due,
                sameTime
                        ? before.remindAt()
                        : limits.of(task.getTaskDefinitionKey(), before.caseOf())
                                .remindAt(due),
                otherStep);
    }

    static List<String> offers(TaskDefinition step, TaskEntity task) {
        return step.getCandidateGroupIdExpressions().stream()
                .flatMap(groups -> groups(groups, task))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> groups(Expression expression, TaskEntity task) {
        Object value = expression.getValue(task.getExecution());
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf)
                : Arrays.stream(String.valueOf(value).split("\\s*,\\s*"));
    }

    /** The time promised is never shortened; a step that is new to its people begins with its whole time. */
    private @Nullable Instant due(String key, OpenTask before, boolean otherStep) {
        if (key.equals(before.key())) {
            return before.dueAt();
        }
        StepLimit limit = limits.of(key, before.caseOf());
        Instant due = limit.dueAt(otherStep ? clock.instant() : before.createdAt());
        return before.dueAt() != null && !otherStep && before.dueAt().isAfter(due) ? before.dueAt() : due;
    }

    private @Nullable UUID stillTheirs(OpenTask before, List<String> offers) {
        UUID person = before.assignee();
        boolean theirs = person != null
                && offers.stream()
                        .flatMap(group -> roster.holders(MandatePattern.parse(group)).stream())
                        .anyMatch(holder -> holder.id().equals(person));
        return theirs ? person : null;
    }
}
