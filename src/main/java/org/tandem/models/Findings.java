package org.tandem.models;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that nobody has to start ten times to read ten sentences. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(String file, String element, Rule rule, String problem, String remedy) {
        all.add(new Finding(file, element, rule, problem, remedy));
    }

    Place at(String file, String element) {
        return new Place(this, file, element);
    }

    /** One element, about which several things may be wrong. */
    record Place(Findings findings, String file, String element) {

        void add(Rule rule, String problem, String remedy) {
            findings.add(file, element, rule, problem, remedy);
        }

        void unless(boolean right, Rule rule, String problem, String remedy) {
            if (!right) {
                add(rule, problem, remedy);
            }
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
