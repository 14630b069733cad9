package org.tandem.dashboard;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseFigure;

/**
 * What is counted; docs/figures.md says how.
 *
 * @param word as in the address
 * @param cases who counts it, null for a figure about open tasks
 */
record Figure(String word, @Nullable CaseFigure cases) {

    static final Figure F6 = new Figure("F6", null);
    static final Figure WAITS = new Figure("waits", null);
    static final Figure AGEING = new Figure("ageing", null);

    static Figure of(CaseFigure figure) {
        return new Figure(figure.code(), figure);
    }

    /** The parameter of its lines, where it is told apart. */
    @Nullable
    String lineName() {
        return cases == null ? null : cases.toldApartBy();
    }

    @Nullable
    String line(Function<String, @Nullable String> parameter) {
        String name = lineName();
        return name == null ? null : parameter.apply(name);
    }

    /** Whether the list behind it is one of open tasks. */
    boolean ofTasks() {
        return cases == null;
    }
}
