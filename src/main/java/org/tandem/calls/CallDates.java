package org.tandem.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;

/** How far calls are now. */
@Component
class CallDates {

    private final Clock clock;
    private final Duration soon;

    CallDates(Clock clock, @Value("${tandem.calls.remind-days}") int days) {
        this.clock = clock;
        this.soon = Duration.ofDays(days);
    }

    CallState state(Call call) {
        return call.state(clock.instant(), soon);
    }

    /** Whole days until it closes; null when it is closed or nobody knows. */
    @Nullable
    Long daysLeft(Call call) {
        return switch (state(call)) {
            case OPEN, CLOSING_SOON, PLANNED ->
                call.closesAt()
                        .map(closes -> ChronoUnit.DAYS.between(clock.instant(), closes))
                        .orElse(null);
            default -> null;
        };
    }
}
