package org.tandem.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record of who changed what about a person.
 *
 * @param reason why a mandate was given or taken, as somebody typed it
 * @param subject the candidate group of a mandate, or the name of what was changed
 */
record PersonChange(
        Instant at,
        @Nullable String by,
        What what,
        @Nullable String subject,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String reason) {

    /** What can happen to a person; the message key ends with the name. */
    enum What {
        CREATED,
        DESCRIBED,
        PREFERENCES_CHANGED,
        PASSWORD_ISSUED,
        PASSWORD_CHOSEN,
        DEACTIVATED,
        REACTIVATED,
        MANDATE_GRANTED,
        MANDATE_ENDED
    }
}
