package org.tandem.divergence;

import org.jspecify.annotations.Nullable;

/**
 * A divergence as somebody asks for it, unchecked.
 *
 * @param level COUNTRY when empty
 * @param blocking whether the matter waits until it is settled
 */
record WantedDivergence(
        @Nullable String subject,
        @Nullable String summary,
        @Nullable String level,
        boolean blocking) {}
