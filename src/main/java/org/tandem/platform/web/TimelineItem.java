package org.tandem.platform.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a history; texts already translated, {@code text} as it was typed.
 *
 * @param comment whether somebody says something, rather than something happened
 * @param href of the file it is about
 * @param parts what happened at once with it
 */
public record TimelineItem(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String agency,
        @Nullable String text,
        boolean comment,
        @Nullable String href,
        List<TimelineItem> parts) {}
