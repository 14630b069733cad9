package org.tandem.models;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that nobody has to start ten times to read ten sentences. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(String file, String element, Rule rule, String problem, String remedy) {
        all.add(new Finding(file, element, rule, problem, remedy));
    }

    void unless(boolean right, String file, String element, Rule rule, String problem, String remedy) {
        if (!right) {
            add(file, element, rule, problem, remedy);
        }
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
