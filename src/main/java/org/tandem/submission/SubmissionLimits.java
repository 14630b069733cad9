package org.tandem.submission;

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

/** A question of the fund is due on the day the fund has set (D39). */
@Component
@RequiredArgsConstructor
class SubmissionLimits implements CaseLimits {

    private final Submissions submissions;
    private final Clock clock;

    @Override
    public Optional<StepLimit> of(String taskKey, CaseId id) {
        return taskKey.equals(SubmissionTasks.ANSWER_CLARIFICATION)
                ? Optional.ofNullable(submissions.of(id).questionDue()).map(this::limit)
                : Optional.empty();
    }

    private StepLimit limit(LocalDate due) {
        long days = Math.max(1, ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), due));
        return new StepLimit(Period.ofDays((int) days), Period.ofDays(days > 3 ? 3 : 0), null);
    }
}
