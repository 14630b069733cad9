package org.tandem.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mandate took effect: newly granted, or its holder may sign in again. */
public record MandateGranted(
        UUID mandateId,
        UUID personId,
        MandatePattern pattern,
        @Nullable UUID grantedBy) {

    public String group() {
        return pattern.group();
    }
}
