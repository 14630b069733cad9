package org.tandem.versions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Component;
import org.tandem.models.ModelFiles;
import org.tandem.models.difference.Model;
import org.tandem.platform.engine.SelfContained;

/** The files of deployed versions. A deployed version never changes, so each is read once. */
@Component
@RequiredArgsConstructor
class VersionFiles {

    private final RepositoryService repository;
    private final Map<String, Model> models = new ConcurrentHashMap<>();

    Model model(Version version) {
        return models.computeIfAbsent(version.definition(), unused -> read(version));
    }

    String diagram(Version version) {
        return text(version.deployment(), version.file());
    }

    /** All that was deployed together with this version, by name. */
    SortedMap<String, byte[]> all(Version version) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(version.deployment())) {
            files.put(name, text(version.deployment(), name).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private Model read(Version version) {
        Map<String, String> forms = new TreeMap<>();
        Map<String, String> decisions = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(version.deployment())) {
            if (name.endsWith(".form")) {
                forms.put(base(name), text(version.deployment(), name));
            } else if (name.endsWith(".dmn")) {
                decisions(version.deployment(), name, decisions);
            }
        }
        return new Model(repository.getBpmnModelInstance(version.definition()), forms, decisions);
    }

    private void decisions(String deployment, String name, Map<String, String> decisions) {
        try (InputStream file = repository.getResourceAsStream(deployment, name)) {
            SelfContained.decisions(file.readAllBytes())
                    .getModelElementsByType(Decision.class)
                    .forEach(decision -> decisions.put(decision.getId(), words(decision)));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from its deployment", e);
        }
    }

    /** What the table says, wherever its lines are drawn. */
    private static String words(Decision decision) {
        String policy = decision.getExpression() instanceof DecisionTable table
                ? table.getHitPolicy() + " " + table.getAggregation()
                : "";
        return policy + decision.getTextContent().replaceAll("\\s+", " ");
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    /** Module whose folder the version lies in. */
    static String module(Version version) {
        return ModelFiles.module(version.file());
    }

    private String text(String deployment, String name) {
        try (InputStream file = repository.getResourceAsStream(deployment, name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from its deployment", e);
        }
    }
}
