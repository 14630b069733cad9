package org.tandem.models;

import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.tandem.models.soundness.Limit;
import org.tandem.models.soundness.Soundness;
import org.tandem.models.soundness.SoundnessFinding;
import org.tandem.models.soundness.SoundnessReport;

/** No process can get stuck, go round for ever, or lose a token. */
record SoundnessRules(House house, Findings findings) {

    void check() {
        SortedMap<String, BpmnModelInstance> models = new TreeMap<>();
        house.diagrams().forEach(diagram -> models.put(diagram.file(), diagram.model()));
        for (SoundnessReport report : Soundness.of(models, Limit.USUAL)) {
            report.findings().forEach(finding -> add(report.file(), finding));
        }
    }

    private void add(String file, SoundnessFinding finding) {
        findings.at(file, finding.element().id())
                .add(
                        Rule.valueOf(finding.flaw().name()),
                        finding.problem(),
                        finding.flaw().remedy());
    }
}
