package org.tandem.tasks;

import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * What part of the inbox is asked for; every field is part of the page's address.
 *
 * @param box whose tasks
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

    public enum Sort {
        DUE,
        NEWEST,
        PRIORITY
    }

    public static TaskFilter all() {
        return of(Box.ALL);
    }

    public static TaskFilter of(Box box) {
        return new TaskFilter(box, null, null, null, null, null, Sort.DUE, null);
    }

    /** Whether anything but the box is asked for. */
    public boolean narrows() {
        return framework != null || area != null || country != null || taskKey != null || timeliness != null;
    }
}
