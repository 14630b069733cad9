package org.tandem.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.web.StageLine.Status;

/**
 * What a stage knows of a step of one case, where the state of the case and its open tasks do not say it.
 *
 * @param step key of the step
 * @param party whose lane, null for a joint step
 * @param label message key
 * @param person who did it, null when nobody is named
 * @param at when it was done
 */
public record StepFact(
        String step,
        @Nullable String party,
        Status status,
        String label,
        @Nullable UUID person,
        @Nullable Instant at) {}
