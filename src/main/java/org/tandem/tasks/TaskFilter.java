package org.tandem.tasks;

import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * What part of the inbox is asked for; every field is part of the page's address.
 *
 * @param box whose tasks
 * @param holder group it waits on, as {@code role:agency:scope}; null for whomever
 * @param after cursor of keyset paging as handed out by {@link TaskPage#next()}, null for the first page
 */
@With
public record TaskFilter(
        Box box,
        @Nullable String framework,
        @Nullable String area,
        @Nullable String country,
        @Nullable String taskKey,
        @Nullable Timeliness timeliness,
        @Nullable String holder,
        Sort sort,
        @Nullable String after) {

    /**
     * ALL: offered to a mandate of mine; MINE: those of them I claimed; GROUPS: those nobody claimed; REGIONS: in my regions,
     * countries and frameworks, with others.
     */
    public enum Box {
        ALL,
        MINE,
        GROUPS,
        REGIONS
    }

    public enum Timeliness {
        DUE_SOON,
        OVERDUE
    }

    /** COUNTRY: by its name in the reader's language; read whole, so only for as many as are counted exactly. */
    public enum Sort {
        DUE,
        COUNTRY,
        NEWEST,
        PRIORITY;

        boolean isRanked() {
            return this == COUNTRY || this == PRIORITY;
        }
    }

    public static TaskFilter all() {
        return of(Box.ALL);
    }

    public static TaskFilter of(Box box) {
        return new TaskFilter(box, null, null, null, null, null, null, Sort.DUE, null);
    }

    /** The same box in the same order, with nothing else asked for. */
    public TaskFilter unfiltered() {
        return of(box).withSort(sort);
    }

    /** Whether anything but the box is asked for. */
    public boolean narrows() {
        return !equals(unfiltered().withAfter(after));
    }
}
