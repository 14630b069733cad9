package org.tandem.tasks.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deployed diagrams, in the version a case began with. A deployed version never changes, so each is read once. */
@Component
@RequiredArgsConstructor
class ProcessFiles {

    private final ObjectProvider<RepositoryService> repository;
    private final Map<String, DiagramGraph> graphs = new ConcurrentHashMap<>();

    String keyOf(String definition) {
        return repository.getObject().getProcessDefinition(definition).getKey();
    }

    Optional<String> latest(String key) {
        return Optional.ofNullable(repository
                        .getObject()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getId);
    }

    DiagramGraph graph(String definition) {
        return graphs.computeIfAbsent(
                definition, id -> new DiagramGraph(repository.getObject().getBpmnModelInstance(id)));
    }

    String xml(String definition) {
        try (InputStream file = repository.getObject().getProcessModel(definition)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(definition + " cannot be read from its deployment", e);
        }
    }
}
