package org.tandem.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.models.ModelFiles;
import org.tandem.models.TaskDeclaration;

/**
 * What user tasks write when they are done, read once from each deployment of their diagrams. Where a task runs on a diagram
 * that says nothing, e.g. one from before it could, what this build's diagram says of a task of that name counts.
 */
@Component
@RequiredArgsConstructor
class TaskDeclarations {

    private static final String THIS_BUILD = "";

    private final ResourcePatternResolver resources;
    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, Map<String, TaskDeclaration>> known = new ConcurrentHashMap<>();

    TaskDeclaration of(OpenTask task) {
        TaskDeclaration own = task.deploymentId() == null
                ? TaskDeclaration.NONE
                : known.computeIfAbsent(task.deploymentId(), this::deployed)
                        .getOrDefault(task.key(), TaskDeclaration.NONE);
        return own.isEmpty() ? ofThisBuild().getOrDefault(task.key(), TaskDeclaration.NONE) : own;
    }

    /** Whether a task of this key is in the diagrams of this build or of any task looked at before. */
    boolean knows(String taskKey) {
        return ofThisBuild().containsKey(taskKey)
                || known.values().stream().anyMatch(tasks -> tasks.containsKey(taskKey));
    }

    /** Keys of the tasks that go on while their case is paused by one side, or waits for a divergence. */
    String[] goingOn(String when) {
        return ofThisBuild().entrySet().stream()
                .filter(task -> task.getValue().goesOn(when))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private Map<String, TaskDeclaration> ofThisBuild() {
        return known.computeIfAbsent(
                THIS_BUILD,
                none -> TaskDeclaration.in(ModelFiles.onClassPath(resources).contents()));
    }

    private Map<String, TaskDeclaration> deployed(String deployment) {
        RepositoryService models = repository.getObject();
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String name : models.getDeploymentResourceNames(deployment)) {
            if (name.endsWith(".bpmn")) {
                try (InputStream file = models.getResourceAsStream(deployment, name)) {
                    files.put(name, file.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return TaskDeclaration.in(files);
    }
}
