package org.tandem.tasks;

import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why a task cannot be opened, claimed or completed. */
public final class TaskRefused {

    private TaskRefused() {}

    static Refused unknown() {
        return Refused.notFound("tasks.refused.unknown");
    }

    /** Readable, but with somebody else: "This is with the ILO Regional Director for Africa" (D20). */
    static Refused withOthers(String groups) {
        return Refused.forbidden("tasks.refused.withOthers", MessageArgument.groups(groups));
    }

    /** Who acts for several sides says for which: nothing is done for one of them unasked. */
    static Refused several(String groups) {
        return Refused.conflict("tasks.refused.several", MessageArgument.groups(groups));
    }

    static Refused done(String person, String at) {
        return Refused.conflict("tasks.refused.done", MessageArgument.person(person), MessageArgument.time(at));
    }

    /** A double click, or a page left open: nothing was done twice. */
    static Refused doneByYou(String at) {
        return Refused.conflict("tasks.refused.doneByYou", MessageArgument.time(at));
    }

    static Refused cancelled(String at) {
        return Refused.conflict("tasks.refused.cancelled", MessageArgument.time(at));
    }

    static Refused claimedBy(String person, String at) {
        return Refused.conflict("tasks.refused.claimedBy", MessageArgument.person(person), MessageArgument.time(at));
    }

    static Refused notClaimedByYou() {
        return Refused.conflict("tasks.refused.notClaimedByYou");
    }

    static Refused cannotTake(String field) {
        return Refused.invalid(field, "tasks.refused.cannotTake");
    }
}
