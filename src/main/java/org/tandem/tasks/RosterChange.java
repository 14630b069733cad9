package org.tandem.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Role;

/**
 * A change of the roster, whose open tasks are still to be looked at.
 *
 * @param pattern the mandate that ended or took effect
 * @param person who gained or lost it
 * @param country whose region an agency has changed
 * @param caseId the only case that is concerned
 * @param since only tasks created since then; all when null
 */
record RosterChange(
        long id,
        Kind kind,
        @Nullable MandatePattern pattern,
        @Nullable UUID person,
        @Nullable String country,
        @Nullable String caseId,
        @Nullable Instant since,
        String afterCase) {

    /** What happened. */
    enum Kind {
        /** A mandate ended, or its holder may not sign in any more. */
        LEFT,
        /** A mandate took effect. */
        JOINED,
        /** An agency files a country under another region. */
        MOVED,
        /** A case went on to a task nobody may do. */
        CASE
    }

    /** Whether a task may have to be offered to others than before; no other change alters what a diagram says. */
    boolean alters(OpenTask task) {
        return kind == Kind.MOVED
                || kind == Kind.CASE
                || pattern != null
                        && pattern.role() == Role.REGIONAL_DIRECTOR
                        && pattern.scope().equals(task.country());
    }

    RosterChange after(CaseId last) {
        return new RosterChange(id, kind, pattern, person, country, caseId, since, last.value());
    }

    boolean isAt(CaseId last) {
        return afterCase.equals(last.value());
    }
}
