package org.tandem.tasks;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take (D19, R-037): data, not law.
 *
 * @param due after which the task counts as overdue
 * @param remind before the due date, when the reminder comes
 * @param lapse after which the road changes by a timer in the diagram; null when time never decides
 */
public record StepLimit(Period due, Period remind, @Nullable Period lapse) {

    Instant dueAt(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plus(due).toInstant();
    }

    Instant remindAt(Instant dueAt) {
        return dueAt.atOffset(ZoneOffset.UTC).minus(remind).toInstant();
    }
}
