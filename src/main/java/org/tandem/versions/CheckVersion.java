package org.tandem.versions;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.models.ModelContext;
import org.tandem.models.ModelFiles;
import org.tandem.models.Wiring;
import org.tandem.models.soundness.Limit;
import org.tandem.models.soundness.Soundness;

/** The checks of the build and of the start, on a deployed version among the other modules of this build. */
@Component
@RequiredArgsConstructor
class CheckVersion {

    private final Versions versions;
    private final VersionFiles files;
    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final ObjectProvider<ModelContext> surroundings;
    private final Map<String, Verdict> known = new ConcurrentHashMap<>();

    Verdict check(Version version) {
        return known.computeIfAbsent(version.definition(), unused -> verdict(version));
    }

    private Verdict verdict(Version version) {
        String module = VersionFiles.module(version);
        ModelFiles house = ModelFiles.onClassPath(resources).with(module, files.all(version));
        return new Verdict(
                Wiring.findings(house, surroundings.getObject()).stream()
                        .filter(finding -> finding.file().split("/")[1].equals(module))
                        .toList(),
                Soundness.of(diagrams(version), Limit.USUAL).stream()
                        .filter(report -> report.process().id().equals(version.process()))
                        .findFirst()
                        .orElseThrow());
    }

    /** With those it calls: a call counts as one step only when what is called is sound itself. */
    private SortedMap<String, BpmnModelInstance> diagrams(Version version) {
        SortedMap<String, BpmnModelInstance> diagrams = new TreeMap<>();
        for (String process : versions.processes()) {
            Version with = process.equals(version.process()) ? version : versions.newest(process);
            diagrams.put(with.file(), repository.getBpmnModelInstance(with.definition()));
        }
        return diagrams;
    }
}
