package org.tandem.funds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moments of a call as it was typed: a day, or a day with a minute, in a named zone (D39). Anything else is words that name no
 * moment. Where no zone is known a day begins and ends when it does so everywhere.
 */
final class CallTime {

    private static final ZoneId EVERYWHERE = ZoneOffset.ofHours(-12);

    private CallTime() {}

    /** The first moment of it. */
    static Optional<Instant> begin(@Nullable String typed, @Nullable String zone) {
        ZoneId in = zone(zone);
        if (isDay(typed)) {
            return Optional.of(LocalDate.parse(typed).atStartOfDay(in).toInstant());
        }
        return isMinute(typed)
                ? Optional.of(LocalDateTime.parse(typed).atZone(in).toInstant())
                : Optional.empty();
    }

    /** The first moment after it: a day counts to its end and so does a minute, the second one where clocks show it twice. */
    static Optional<Instant> end(@Nullable String typed, @Nullable String zone) {
        ZoneId in = zone(zone);
        if (isDay(typed)) {
            return Optional.of(
                    LocalDate.parse(typed).plusDays(1).atStartOfDay(in).toInstant());
        }
        return isMinute(typed)
                ? Optional.of(ZonedDateTime.of(LocalDateTime.parse(typed), in)
                        .withLaterOffsetAtOverlap()
                        .plus(1, ChronoUnit.MINUTES)
                        .toInstant())
                : Optional.empty();
    }

    static boolean isExact(@Nullable String typed) {
        return isDay(typed) || isMinute(typed);
    }

    private static boolean isDay(@Nullable String typed) {
        return typed != null && typed.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static boolean isMinute(@Nullable String typed) {
        return typed != null && typed.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");
    }

    private static ZoneId zone(@Nullable String name) {
        return name == null ? EVERYWHERE : ZoneId.of(name);
    }
}
