package org.tandem.divergence;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/**
 * What goes back to the matter.
 *
 * @param resolution which of {@link DisputedCase#resolutions} was agreed; null where the matter names none, or nothing was agreed
 * @param text what was agreed, in the words both sides accepted
 * @param shares per cent for each of {@link DisputedCase#sharers}, adding to 100; empty when none were agreed
 */
public record Settlement(
        CaseId divergence,
        Subject subject,
        Outcome outcome,
        @Nullable String resolution,
        @Nullable String text,
        Map<String, BigDecimal> shares) {}
