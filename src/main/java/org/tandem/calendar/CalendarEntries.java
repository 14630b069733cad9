package org.tandem.calendar;

import java.util.List;
import org.tandem.platform.SignedIn;

/** Port: what a module has for the calendar of somebody. */
public interface CalendarEntries {

    /** Only what the reader may read at this moment, in the language of the present locale. */
    List<CalendarEntry> of(SignedIn reader);
}
