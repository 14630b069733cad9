package org.tandem.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.tasks.CaseLimits;
import org.tandem.tasks.StepLimit;
import org.tandem.tasks.StepLimits;

/** An answer wanted by a certain day is due on that day, if that is sooner than the step's own limit. */
@Component
@RequiredArgsConstructor
class SupportLimits implements CaseLimits {

    private final SupportRequests requests;
    private final StepLimits limits;
    private final Clock clock;

    @Override
    public Optional<StepLimit> of(String taskKey, CaseId id) {
        if (!taskKey.equals(SupportProcess.ANSWER_REQUEST)) {
            return Optional.empty();
        }
        return Optional.ofNullable(requests.of(id).wantedBy()).flatMap(this::sooner);
    }

    private Optional<StepLimit> sooner(LocalDate wantedBy) {
        StepLimit usual = limits.of(SupportProcess.ANSWER_REQUEST);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int days = (int) Math.max(1, ChronoUnit.DAYS.between(today, wantedBy));
        return today.plusDays(days).isBefore(today.plus(usual.due()))
                ? Optional.of(new StepLimit(Period.ofDays(days), Period.ofDays(1), null))
                : Optional.empty();
    }
}
