package org.tandem.frameworks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who moved an assessment from where to where. */
public record AssessmentChange(
        AssessmentState from, AssessmentState to, @Nullable String findings, String by, Instant at) {}
