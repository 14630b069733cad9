package org.tandem.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.tasks.forms.FormDefinition;

/** The form of a task, in the version the task began with: it is read from the deployment of the task's own diagram. */
@Component
@RequiredArgsConstructor
class TaskForms {

    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, FormDefinition> known = new ConcurrentHashMap<>();

    FormDefinition of(OpenTask task) {
        return known.computeIfAbsent(
                task.deploymentId() + "/" + task.module() + "/" + task.formKey(), unused -> read(task));
    }

    /** Whether the form of the task says in this deployment what it says in the task's own. */
    boolean isSameIn(String deployment, OpenTask task) {
        String name = nameOf(task);
        return deployment.equals(task.deploymentId())
                || repository.getObject().getDeploymentResourceNames(deployment).contains(name)
                        && text(deployment, name).equals(text(String.valueOf(task.deploymentId()), name));
    }

    private FormDefinition read(OpenTask task) {
        String name = nameOf(task);
        return FormDefinition.parse(text(String.valueOf(task.deploymentId()), name), name);
    }

    private static String nameOf(OpenTask task) {
        return "forms/" + task.module() + "/" + task.formKey() + ".form";
    }

    private String text(String deployment, String name) {
        try (InputStream file = repository.getObject().getResourceAsStream(deployment, name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from its deployment", e);
        }
    }
}
