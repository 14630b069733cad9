package org.tandem.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.models.ModelFiles;
import org.tandem.platform.Refused;

/** The processes of this build in the versions that are deployed. New cases follow the newest. */
@Component
class Versions {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final List<String> processes;

    Versions(RepositoryService repository, RuntimeService runtime, ResourcePatternResolver resources) {
        this.repository = repository;
        this.runtime = runtime;
        this.processes = ModelFiles.onClassPath(resources).contents().keySet().stream()
                .filter(file -> file.endsWith(".bpmn"))
                .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".bpmn".length()))
                .sorted()
                .toList();
    }

    List<String> processes() {
        return processes;
    }

    /** Newest first. */
    List<Version> of(String process) {
        List<Version> found = repository.createProcessDefinitionQuery().processDefinitionKey(process).list().stream()
                .map(this::version)
                .sorted(Comparator.comparing(Version::number).reversed())
                .toList();
        if (found.isEmpty() || !processes.contains(process)) {
            throw Refused.notFound("models.refused.unknownProcess", String.join(", ", processes));
        }
        return found;
    }

    Version newest(String process) {
        return of(process).get(0);
    }

    /** @throws Refused when nothing is newer */
    Version newerThan(Version from) {
        Version newest = newest(from.process());
        if (newest.number() == from.number()) {
            throw Refused.conflict("models.refused.isNewest", from.label());
        }
        return newest;
    }

    Version of(String process, int number) {
        return of(process).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("models.refused.unknownVersion", process));
    }

    Optional<Version> find(String definition) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definition)
                        .singleResult())
                .map(this::version);
    }

    long running(Version version) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(version.definition())
                .count();
    }

    private Version version(ProcessDefinition definition) {
        return new Version(
                definition.getId(),
                definition.getKey(),
                definition.getName(),
                definition.getVersion(),
                definition.getVersionTag(),
                definition.getDeploymentId(),
                definition.getResourceName(),
                repository
                        .createDeploymentQuery()
                        .deploymentId(definition.getDeploymentId())
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant());
    }
}
