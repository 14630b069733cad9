package org.tandem.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Something with a date, as it stands now.
 *
 * @param uid unique in Tandem and the same for ever; calendar programs know by it what they have
 * @param day it is on, in whatever zone; null when the moment is known
 * @param at the moment; null when only the day is known
 * @param version grows with every change
 * @param changed null when nothing has changed it
 * @param page address in Tandem
 */
public record CalendarEntry(
        String uid,
        String title,
        String text,
        @Nullable LocalDate day,
        @Nullable Instant at,
        int version,
        @Nullable Instant changed,
        boolean cancelled,
        String page) {

    public CalendarEntry {
        if ((day == null) == (at == null)) {
            throw new IllegalArgumentException("Either a day or a moment");
        }
    }

    /** About when it is, to put entries in order. */
    Instant about() {
        return at == null ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : at;
    }
}
