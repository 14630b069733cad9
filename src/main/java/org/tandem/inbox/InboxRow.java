package org.tandem.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.people.PersonName;
import org.tandem.tasks.OpenTask;

/**
 * One task as its reader sees it.
 *
 * @param country its name
 * @param subject country and area in words
 * @param area number and title of the area
 * @param why the mandate through which the reader sees it, in words
 * @param yours offered to the reader; otherwise only to be looked at
 * @param mine claimed by the reader
 * @param claimedBy who has claimed it, null when nobody has
 * @param others who else could do it, the reader left out
 * @param agencies whose turn it is
 * @param with the groups it is with, in words
 * @param fresh came since the reader last looked
 */
record InboxRow(
        OpenTask task,
        String country,
        String subject,
        String area,
        String why,
        boolean yours,
        boolean mine,
        @Nullable PersonName claimedBy,
        List<PersonName> others,
        List<String> agencies,
        String with,
        String timeliness,
        boolean fresh) {

    /** A task of a regional director may be open to dozens: more names than this nobody reads. */
    private static final int NAMES = 12;

    public List<PersonName> named() {
        return others.size() <= NAMES ? others : others.subList(0, NAMES);
    }

    public int unnamed() {
        return others.size() - named().size();
    }

    /** Claiming tells others something only where there are others. */
    public boolean claimable() {
        return yours && task.assignee() == null && !others.isEmpty();
    }

    public String path() {
        return yours ? task.path() + "?_task=" + task.id() : "/cases/" + task.caseId();
    }
}
