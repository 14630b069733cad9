package org.tandem.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.tasks.forms.FormDefinition;

/** The form of a task, in the version the task began with: it is read from the deployment of the task's own diagram. */
@Component
class TaskForms {

    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, FormDefinition> known = new ConcurrentHashMap<>();

    TaskForms(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    FormDefinition of(OpenTask task) {
        return known.computeIfAbsent(
                task.deploymentId() + "/" + task.module() + "/" + task.formKey(), unused -> read(task));
    }

    private FormDefinition read(OpenTask task) {
        String name = "forms/" + task.module() + "/" + task.formKey() + ".form";
        try (InputStream file = repository.getObject().getResourceAsStream(task.deploymentId(), name)) {
            return FormDefinition.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from its deployment", e);
        }
    }
}
