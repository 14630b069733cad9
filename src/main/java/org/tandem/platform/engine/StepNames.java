package org.tandem.platform.engine;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What processes and their steps are called in the diagram of the version that runs. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class StepNames {

    private final RepositoryService repository;
    private final ManagementService management;

    @Nullable
    String process(@Nullable String definition) {
        return definition == null
                ? null
                : repository.getProcessDefinition(definition).getName();
    }

    /** Name of the step, its id when it has none, null when there is no such step. */
    public @Nullable String step(@Nullable String definition, @Nullable String activity) {
        if (definition == null
                || activity == null
                || !(repository.getBpmnModelInstance(definition).getModelElementById(activity)
                        instanceof FlowElement element)) {
            return null;
        }
        return element.getName() == null ? activity : element.getName();
    }

    /** The event or step the job waits at or before. */
    @Nullable
    String eventOf(Job job) {
        JobDefinition definition = definitionOf(job);
        return definition == null ? null : step(job.getProcessDefinitionId(), definition.getActivityId());
    }

    /** The engine's word for work outside any diagram, such as {@code history-cleanup}. */
    String kindOf(Job job) {
        JobDefinition definition = definitionOf(job);
        return definition == null ? "history-cleanup" : definition.getJobType();
    }

    private @Nullable JobDefinition definitionOf(Job job) {
        return job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
    }
}
