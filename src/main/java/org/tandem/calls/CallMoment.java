package org.tandem.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.funds.Call;

/**
 * Opening or closing of a call.
 *
 * @param field OPENS or CLOSES
 * @param at the first minute of it, or the last one that still counts; null when it is not known to the day
 */
record CallMoment(Call call, String field, @Nullable Instant at) {

    static Stream<CallMoment> of(Call call) {
        return Stream.of(
                new CallMoment(call, Call.OPENS, call.opensAt().orElse(null)),
                new CallMoment(
                        call,
                        Call.CLOSES,
                        call.closesAt()
                                .map(closed -> closed.minus(Duration.ofMinutes(1)))
                                .orElse(null)));
    }

    String id() {
        return call.id() + "-" + field;
    }

    /** Where no zone is known, a day there is no day here: it stays the day as the fund gives it. */
    boolean isInAZone() {
        return at != null && call.term(Call.ZONE) != null;
    }

    /** As the fund gives it. */
    LocalDate day() {
        return LocalDate.parse(call.terms().get(field).substring(0, "2031-03-31".length()));
    }
}
