package org.tandem.tasks;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take (D19, R-037): data, not law.
 *
 * @param due after which the task counts as overdue
 * @param remind before the due date, when the reminder comes
 * @param lapse after which the road changes by a timer in the diagram; null when time never decides
 */
public record StepLimit(Period due, Period remind, @Nullable Period lapse) {}
