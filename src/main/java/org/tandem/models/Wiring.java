package org.tandem.models;

import java.util.Comparator;
import java.util.List;

/** Checks that diagrams, decisions, forms, delegates, groups and limits find each other by their names. */
public final class Wiring {

    private Wiring() {}

    /** Everything that is wrong, in the order of the files. */
    public static List<Finding> findings(ModelFiles files, ModelContext surroundings) {
        Findings findings = new Findings();
        House house = House.read(files, surroundings, findings);
        names(house, findings);
        new SoundnessRules(house, findings).check();
        new TableRules(house, findings).check();
        return findings.all().stream()
                .sorted(Comparator.comparing(Finding::file))
                .toList();
    }

    /** The rules of this house; soundness is nobody's taste. */
    static void names(House house, Findings findings) {
        new ProcessRules(house, findings).check();
        new StepRules(house, findings).check();
        new UserTaskRules(house, findings).check();
        new FormRules(house, findings).check();
        new DelegateRules(house, findings).check();
        new CallRules(house, findings).check();
        new DecisionRules(house, findings).check();
        new GatewayRules(house, findings).check();
        new CodeRules(house, findings).check();
    }
}
