package org.tandem.tasks.diagram;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Deployed diagrams, in the version a case began with and in the reader's language. A deployed version never changes, so each
 * is read once. French stands beside the diagram, by element id, such as {@code processes/vetting/vetting_fr.properties};
 * what is not there stays in English.
 */
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
        return graphs.computeIfAbsent(definition + language(), id -> new DiagramGraph(model(definition)));
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    private BpmnModelInstance model(String definition) {
        BpmnModelInstance model =
                repository.getObject().getBpmnModelInstance(definition).clone();
        names(definition).forEach((id, name) -> {
            ModelElementInstance element = model.getModelElementById(id.toString());
            if (element != null) {
                element.setAttributeValue("name", name.toString());
            }
        });
        return model;
    }

    private Properties names(String definition) {
        String diagram = repository.getObject().getProcessDefinition(definition).getResourceName();
        Properties names = new Properties();
        try (InputStream file = ProcessFiles.class.getResourceAsStream(
                "/" + diagram.replaceFirst("\\.bpmn$", "_" + language() + ".properties"))) {
            if (file != null) {
                names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The names of " + diagram + " cannot be read", e);
        }
        return names;
    }

    String xml(String definition) {
        if (!names(definition).isEmpty()) {
            return Bpmn.convertToString(model(definition));
        }
        try (InputStream file = repository.getObject().getProcessModel(definition)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(definition + " cannot be read from its deployment", e);
        }
    }
}
