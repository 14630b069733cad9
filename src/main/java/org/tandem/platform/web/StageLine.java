package org.tandem.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands (D16): one lane for each agency, joint steps across all lanes.
 *
 * @param lanes from top to bottom
 * @param steps in the order they are read aloud, by stage
 */
public record StageLine(List<Lane> lanes, List<Step> steps) {

    public StageLine {
        lanes = List.copyOf(lanes);
        steps = List.copyOf(steps);
    }

    /** @param agency the agency's code, which also chooses the accent colour */
    public record Lane(String agency, String name) {}

    /** State of a step, said in words and shown by a mark; never by colour alone. */
    public enum Status {
        DONE,
        NOW,
        OVERDUE,
        /** One side has paused the case. */
        PAUSED,
        /** The case waits for something that came up on it. */
        WAITING,
        NEXT,
        /** Not needed on the road this case took. */
        SKIPPED,
        /** The case ended here. */
        STOPPED;

        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOpen() {
            return this == NOW || this == OVERDUE || this == PAUSED || this == WAITING;
        }
    }

    /**
     * @param stage column, from 1; steps of several lanes at the same stage stand below each other
     * @param agency the lane, or null for a joint step across all lanes
     * @param label translated
     * @param holder translated: who holds the pen, or who did it; null when nobody is named
     * @param at since when it is held, or when it was done
     * @param due only for an open step
     */
    public record Step(
            int stage,
            @Nullable String agency,
            String label,
            Status status,
            @Nullable String holder,
            @Nullable Instant at,
            @Nullable Instant due) {

        public boolean joint() {
            return agency == null;
        }
    }

    /** Row of an agency, from 1; 0 for a joint step. */
    public int row(Step step) {
        for (int row = 0; row < lanes.size(); row++) {
            if (lanes.get(row).agency().equals(step.agency())) {
                return row + 1;
            }
        }
        return 0;
    }

    public int stages() {
        return steps.stream().mapToInt(Step::stage).max().orElse(0);
    }
}
