package org.tandem.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;

/** Reads a period of days from configuration or a data file; one that would only fail later stops the start, by its name. */
public final class ConfiguredPeriod {

    private static final LocalDate LONGEST = LocalDate.EPOCH.plusYears(100);

    private ConfiguredPeriod() {}

    /**
     * @param name where the text stands: a property, or a place in a file
     * @throws CannotStart naming the place, the text and what is expected
     */
    public static Period longerThanNothing(String name, String text) {
        return read(name, text, false);
    }

    /** The same; a reminder may also come on the very day. */
    public static Period orNone(String name, String text) {
        return read(name, text, true);
    }

    private static Period read(String name, String text, boolean zero) {
        try {
            Period period = Period.parse(text);
            if (!period.isNegative()
                    && (zero || !period.isZero())
                    && !LocalDate.EPOCH.plus(period).isAfter(LONGEST)) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException none) {
            // What is expected is said below.
        }
        throw new CannotStart(
                name + " is “" + text + "”, which is no length of time for a step.",
                "Set it to a period of days, weeks, months or years such as P10D, P2W or P3M, "
                        + (zero ? "not negative" : "longer than nothing") + " and at most 100 years.");
    }
}
