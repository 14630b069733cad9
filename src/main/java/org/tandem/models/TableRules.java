package org.tandem.models;

import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.tandem.models.tables.Tables;

/** Every input of a decision table has its answer, and no more answers than the hit policy allows. */
record TableRules(House house, Findings findings) {

    void check() {
        house.decisions().forEach(this::check);
    }

    private void check(String file, DmnModelInstance model) {
        Tables.of(file, model).stream()
                .flatMap(report -> report.findings().stream())
                .forEach(finding -> findings.at(file, finding.decision())
                        .add(
                                Rule.valueOf(finding.flaw().name()),
                                finding.problem(),
                                finding.flaw().remedy()));
    }
}
