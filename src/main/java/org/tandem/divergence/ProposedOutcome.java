package org.tandem.divergence;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a move.
 *
 * @param outcome what both sides would agree on, null where the move proposes nothing
 * @param shares per cent by whoever shares, adding to 100; empty where nothing is divided
 * @param resolution for matters that have to be decided one way or the other
 */
record ProposedOutcome(
        @Nullable String text,
        @Nullable Outcome outcome,
        @Nullable String resolution,
        @Nullable String followUp,
        Map<String, BigDecimal> shares) {

    static ProposedOutcome words(String text) {
        return new ProposedOutcome(text, null, null, null, Map.of());
    }
}
