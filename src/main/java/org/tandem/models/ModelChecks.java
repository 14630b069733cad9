package org.tandem.models;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.platform.CannotStart;
import org.tandem.platform.engine.DeploymentCheck;

/** Keeps a broken model from the engine: the start fails with one message that names file, element and remedy. */
@Component
@RequiredArgsConstructor
class ModelChecks implements DeploymentCheck {

    private final ResourcePatternResolver resources;
    private final ObjectProvider<ModelContext> surroundings;

    /** Looks at all modules together: a call or a bean may be wrong only in the light of another file. */
    @Override
    public void check(String module, SortedMap<String, byte[]> files) {
        List<Finding> findings =
                Wiring.findings(ModelFiles.onClassPath(resources).with(module, files), surroundings.getObject());
        if (!findings.isEmpty()) {
            throw new CannotStart(wrong(findings), remedies(findings));
        }
    }

    private static String wrong(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.file() + ", " + finding.element() + ": " + finding.problem())
                .collect(Collectors.joining("\n"));
    }

    private static String remedies(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.element() + ": " + finding.remedy())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
