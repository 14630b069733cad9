package org.tandem.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person may no longer sign in; the mandates rest until the person is active again. */
public record PersonDeactivated(
        UUID personId,
        List<MandatePattern> mandates,
        @Nullable UUID deactivatedBy) {}
