package org.tandem.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a history; texts already translated, {@code text} as it was typed. */
public record TimelineItem(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String agency,
        @Nullable String text) {}
