package org.tandem.tasks.forms;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Earliest or latest day: a fixed one, or so far from today; written {@code 2026-12-31}, {@code today}, {@code today+P30D}. */
record DateBound(@Nullable LocalDate fixed, Period fromToday) {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(P[0-9YMWD]+))?");

    /** @throws java.time.format.DateTimeParseException when it is written otherwise */
    static DateBound of(String written) {
        Matcher relative = RELATIVE.matcher(written);
        if (!relative.matches()) {
            return new DateBound(LocalDate.parse(written), Period.ZERO);
        }
        Period distance = relative.group(2) == null ? Period.ZERO : Period.parse(relative.group(2));
        return new DateBound(null, "-".equals(relative.group(1)) ? distance.negated() : distance);
    }

    LocalDate on(LocalDate today) {
        return fixed == null ? today.plus(fromToday) : fixed;
    }
}
