package org.tandem.platform.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.platform.SignedIn;

/** Times and numbers as the reader writes them, in the reader's zone; in templates {@code ${@times.full(instant)}}. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Times {

    private final Clock clock;
    private final Reader reader;
    private final Translator translator;

    /** As in "21 Nov 2026, 14:02 (UTC+7)". */
    public String full(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        return format("d MMM uuuu, HH:mm", time) + " (" + offset(time) + ")";
    }

    /** As in "21 Nov 2026", the day it is in the reader's zone. */
    public String date(Instant instant) {
        return format("d MMM uuuu", instant.atZone(zone()));
    }

    /** As in "21 Nov"; with the year where it is another one. */
    public String day(Instant instant) {
        ZonedDateTime time = instant.atZone(zone());
        return format(time.getYear() == today().getYear() ? "d MMM" : "d MMM uuuu", time);
    }

    public String date(LocalDate date) {
        return format("d MMM uuuu", date.atStartOfDay(ZoneOffset.UTC));
    }

    /** As in "14:02". */
    public String time(Instant instant) {
        return format("HH:mm", instant.atZone(zone()));
    }

    /** As in "3 days ago" or "in 2 hours". */
    public String ago(Instant instant) {
        Duration since = Duration.between(instant, clock.instant());
        String direction = since.isNegative() ? "platform.time.in." : "platform.time.ago.";
        Duration length = since.abs();
        if (length.toMinutes() < 1) {
            return translator.say("platform.time.justNow");
        }
        if (length.toHours() < 1) {
            return translator.say(direction + "minutes", length.toMinutes());
        }
        if (length.toDays() < 1) {
            return translator.say(direction + "hours", length.toHours());
        }
        return translator.say(direction + "days", length.toDays());
    }

    /** As in "due in 3 days", "due today", "2 days overdue"; counted in calendar days of the reader's zone. */
    public String dueIn(Instant due) {
        long days = ChronoUnit.DAYS.between(today(), due.atZone(zone()).toLocalDate());
        if (isPast(due)) {
            return days == 0
                    ? translator.say("platform.time.overdue.today")
                    : translator.say("platform.time.overdue.days", -days);
        }
        if (days < 2) {
            return translator.say(days == 0 ? "platform.time.due.today" : "platform.time.due.tomorrow");
        }
        return translator.say("platform.time.due.days", days);
    }

    /** The same beside a date under "Due": "in 3 days" in the place of "due in 3 days". */
    public String dueBriefly(Instant due) {
        long days = ChronoUnit.DAYS.between(today(), due.atZone(zone()).toLocalDate());
        return days < 2 ? dueIn(due) : translator.say("platform.time.in.days", days);
    }

    public boolean isPast(Instant instant) {
        return instant.isBefore(clock.instant());
    }

    /** This moment, for what is printed. */
    public String now() {
        return full(clock.instant());
    }

    public LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    /** For the {@code datetime} attribute. */
    public String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The reader's zone; UTC before sign-in. */
    public ZoneId zone() {
        return reader.find().map(SignedIn::zone).orElse(ZoneOffset.UTC);
    }

    /** For scripts. */
    public String zoneId() {
        return zone() instanceof ZoneOffset ? "UTC" : zone().getId();
    }

    /** As in "Asia/Bangkok (UTC+7)". */
    public String zoneName() {
        String offset = offset(clock.instant().atZone(zone()));
        String name = zoneId().replace('_', ' ');
        return name.equals(offset) ? name : name + " (" + offset + ")";
    }

    public String number(@Nullable Number number) {
        return number == null ? "" : NumberFormat.getInstance(locale()).format(number);
    }

    private String format(String pattern, ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(time);
    }

    private static String offset(ZonedDateTime time) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        if (minutes == 0) {
            return "UTC";
        }
        String hours = "UTC" + (minutes < 0 ? "\u2212" : "+") + Math.abs(minutes) / 60;
        return minutes % 60 == 0 ? hours : hours + ":" + String.format(Locale.ROOT, "%02d", Math.abs(minutes) % 60);
    }

    private static Locale locale() {
        return Languages.spoken(LocaleContextHolder.getLocale());
    }
}
