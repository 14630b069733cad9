package org.tandem.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * One line of a case's history; never changed, never removed.
 *
 * @param actingAs candidate group the person acted for, e.g. {@code regional-director:ILO:AFRICA}; null for the system
 * @param body what the person wrote, in their own language
 */
public record CaseEntry(
        long id,
        Instant at,
        Kind kind,
        @Nullable UUID person,
        @Nullable String actingAs,
        Message words,
        @Nullable String body) {

    /** What the line is about; the page shows each kind in its own way. */
    public enum Kind {
        STEP,
        DECISION,
        COMMENT,
        LETTER,
        REMINDER,
        ROSTER
    }
}
