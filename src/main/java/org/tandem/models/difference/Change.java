package org.tandem.models.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different.
 *
 * @param before id of the element in the older version, null when it is new
 * @param after id of the element in the newer version, null when it is gone
 * @param type kind of element, such as {@code userTask}
 * @param name what the newer diagram calls it, or the older one when it is gone
 * @param was what the older version says, empty where that is not put into words
 * @param is what the newer version says
 * @param details further differences within, such as the questions of a form
 */
public record Change(
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        String type,
        String name,
        String was,
        String is,
        List<Detail> details) {

    /** What is different; each has a sentence of its own. */
    public enum Kind {
        ADDED,
        REMOVED,
        ID_CHANGED,
        TYPE_CHANGED,
        NAME_CHANGED,
        FORM_CHANGED,
        CANDIDATES_CHANGED,
        REPEAT_CHANGED,
        TIMER_CHANGED,
        MESSAGE_CHANGED,
        CALLED_CHANGED,
        WORK_CHANGED,
        DECISION_CHANGED,
        PLACE_CHANGED,
        SETTINGS_CHANGED,
        DESCRIPTION_CHANGED,
        WAY_ADDED,
        WAY_REMOVED,
        WAY_RENAMED,
        CONDITION_CHANGED;

        /** Whether it is about a way from one element to the next. */
        public boolean isAboutWay() {
            return name().startsWith("WAY_") || this == CONDITION_CHANGED;
        }
    }

    /** @param what ADDED, REMOVED or CHANGED */
    public record Detail(String what, String label) {}
}
