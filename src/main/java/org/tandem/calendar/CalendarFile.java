package org.tandem.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/**
 * Entries as iCalendar (RFC 5545). Moments are written in UTC: programs show them in the time of their reader, and no
 * definition of a zone can be wrong or out of date.
 */
final class CalendarFile {

    /** Programs fetch all every hour: the latest are enough. */
    static final int MOST = 1000;

    private CalendarFile() {}

    /**
     * @param site what the addresses of pages begin with
     * @param made when; programs that ask again within it get the same bytes
     */
    static String of(List<CalendarEntry> entries, String name, String site, Instant made) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Tandem//Calendar//EN");
        calendar.setMethod("PUBLISH");
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        entries.stream()
                .sorted(Comparator.comparing(CalendarEntry::about).reversed())
                .limit(MOST)
                .forEach(entry -> calendar.addEvent(event(entry, site, made)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(CalendarEntry entry, String site, Instant made) {
        VEvent event = new VEvent();
        event.setUid(entry.uid() + "@tandem");
        event.setDateTimeStamp(Date.from(made));
        event.setSequence(entry.version());
        if (entry.changed() != null) {
            event.setLastModified(Date.from(entry.changed()));
        }
        if (entry.day() == null) {
            event.setDateStart(Date.from(entry.at()), true);
        } else { // the library takes days as midnight of this machine
            event.setDateStart(
                    Date.from(entry.day().atStartOfDay(ZoneId.systemDefault()).toInstant()), false);
        }
        event.setSummary(entry.title());
        event.setDescription(entry.text());
        event.setUrl(site + entry.page());
        event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
        event.setTransparency(true); // takes nobody's time
        return event;
    }
}
