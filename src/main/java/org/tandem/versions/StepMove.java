package org.tandem.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens at one step of the older version go.
 *
 * @param before id of the step in the older version
 * @param waiting tokens there now: open tasks, or calls that have not come back
 * @param after id of the step in the newer version; null when they stay where they are
 * @param allowed steps the engine could take them to, when there is a choice
 */
record StepMove(
        String before,
        String name,
        String type,
        long waiting,
        Fate fate,
        @Nullable String after,
        @Nullable String afterName,
        List<Target> allowed) {

    /** What an administrator answers when cases at this step are to stay in their version. */
    static final String STAY = "-";

    record Target(String id, String name) {}

    /** What became of the step. */
    enum Fate {
        SAME,
        /** The same by another id: found by name, type or place. */
        RENAMED,
        /** Gone: somebody has to say where its tokens go. */
        VANISHED,
        /** Still there, but changed in a way the engine cannot follow. */
        FIXED;

        boolean isOpen() {
            return this == RENAMED || this == VANISHED;
        }
    }

    public boolean isChoice() {
        return fate.isOpen();
    }

    boolean isUndecided() {
        return fate == Fate.VANISHED && after == null && waiting > 0;
    }

    /** Whether whoever does it now meets another step, not the same by another name. */
    boolean leadsElsewhere() {
        return fate == Fate.VANISHED && after != null;
    }

    /** Name of the input of the page. */
    public String field() {
        return "step-" + before;
    }
}
