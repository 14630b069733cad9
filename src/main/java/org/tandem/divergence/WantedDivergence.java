package org.tandem.divergence;

import org.jspecify.annotations.Nullable;

/**
 * A divergence as somebody asks for it, unchecked.
 *
 * @param place code of one of {@link DisputedCase#places}, null where there is nothing to choose
 * @param level COUNTRY when empty
 * @param blocking whether the matter waits until it is settled
 */
record WantedDivergence(
        @Nullable String subject,
        @Nullable String place,
        @Nullable String summary,
        @Nullable String level,
        boolean blocking) {}
