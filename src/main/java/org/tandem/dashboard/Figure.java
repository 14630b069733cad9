package org.tandem.dashboard;

import java.util.Arrays;
import java.util.Locale;
import org.tandem.platform.Refused;

/** What is counted; docs/figures.md says how. */
enum Figure {
    F1,
    F5,
    F6,
    WAITS,
    AGEING;

    /** As in the address; capital or small letters do not matter. */
    static Figure of(String word) {
        return Arrays.stream(values())
                .filter(figure -> figure.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("figure", "dashboard.refused.figure"));
    }

    String word() {
        return name().length() == 2 ? name() : name().toLowerCase(Locale.ROOT);
    }

    /** Whether the list behind it is one of open tasks. */
    boolean ofTasks() {
        return this != F1 && this != F5;
    }
}
