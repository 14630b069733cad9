package org.tandem.divergence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A divergence as one reader sees it, as a fair minute.
 *
 * @param place code of the place in the matter, null where it has none
 * @param placeName what the place is called, in the reader's language
 * @param shares terms that were settled, only for those concerned
 * @param concerned whether the reader sees what was said; everybody else sees that it was
 * @param onTheTable the text that waits for an answer
 * @param similar earlier divergences like this one, the most alike first
 */
public record DivergenceView(
        String id,
        String matter,
        String framework,
        String area,
        String areaKey,
        String country,
        String subject,
        @Nullable String place,
        @Nullable String placeName,
        String summary,
        boolean blocking,
        String level,
        String state,
        String raisedFor,
        Instant raisedAt,
        @Nullable String outcome,
        @Nullable String resolution,
        @Nullable String settledText,
        @Nullable String followUp,
        List<Share> shares,
        @Nullable Instant settledAt,
        List<String> agreedBy,
        boolean concerned,
        List<AtLevel> levels,
        @Nullable Said onTheTable,
        List<Similar> similar) {

    /**
     * @param stated sides that have stated their position
     * @param positions side by side once every side has stated its own; before that only the reader's own
     * @param days whole days spent here so far
     */
    public record AtLevel(
            String level,
            Instant enteredAt,
            @Nullable Instant leftAt,
            long days,
            List<String> stated,
            boolean compared,
            List<Said> positions,
            List<Said> moves) {}

    /** @param kind POSITION or a kind of move; text, outcome, resolution, shares and follow-up only for those concerned */
    public record Said(
            String kind,
            String agency,
            String who,
            @Nullable String text,
            @Nullable String outcome,
            @Nullable String resolution,
            @Nullable String followUp,
            List<Share> shares,
            Instant at) {}

    /** @param share per cent */
    public record Share(String sharer, String name, BigDecimal share) {}

    public record Similar(
            String id,
            String country,
            String areaKey,
            String subject,
            String outcome,
            @Nullable String settledText,
            Instant settledAt) {}

    public boolean isOpen() {
        return outcome == null;
    }
}
