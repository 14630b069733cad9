package org.tandem.models;

import java.util.List;

/** Checks that diagrams, decisions, forms, delegates, groups and limits find each other by their names. */
public final class Wiring {

    private Wiring() {}

    /** Everything that is wrong, in the order of the files. */
    public static List<Finding> findings(ModelFiles files, Surroundings surroundings) {
        Findings findings = new Findings();
        House house = House.read(files, surroundings, findings);
        new ProcessRules(house, findings).check();
        new StepRules(house, findings).check();
        new UserTaskRules(house, findings).check();
        new FormRules(house, findings).check();
        new DelegateRules(house, findings).check();
        new CallRules(house, findings).check();
        new DecisionRules(house, findings).check();
        new GatewayRules(house, findings).check();
        new CodeRules(house, findings).check();
        return findings.all().stream()
                .sorted(java.util.Comparator.comparing(Finding::file))
                .toList();
    }
}
