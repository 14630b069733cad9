package org.tandem.platform.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.Languages;

/** Dates only as precise as they are known, as the reader writes them; in templates {@code ${@roughDates.say('2020-09')}}. */
@Component
public class RoughDates {

    /** As in "2020", "Sep 2020" or "16 Sep 2020"; any other text is left as it is. */
    public String say(@Nullable String date) {
        if (date == null) {
            return "";
        }
        Locale locale = Languages.spoken(LocaleContextHolder.getLocale());
        if (date.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(LocalDate.parse(date));
        }
        if (date.matches("\\d{4}-\\d{2}")) {
            return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(YearMonth.parse(date));
        }
        return date;
    }
}
