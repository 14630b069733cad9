package org.tandem.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mandate ended. What rested on it is seen to once the transaction is over, see {@link RosterChanged}. */
public record MandateEnded(
        UUID mandateId,
        UUID personId,
        MandatePattern pattern,
        @Nullable UUID endedBy) {

    public String group() {
        return pattern.group();
    }
}
