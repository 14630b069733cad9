package org.tandem.calendar;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.people.CalendarLinks;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;

/** A program that has the secret link of a person reads that person's calendar, whoever else may be signed in beside it. */
@UseCase
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadCalendar {

    private final CalendarLinks links;
    private final SignedInPersons persons;
    private final List<CalendarEntries> sources;
    private final Translator translator;
    private final Clock clock;

    /** @throws Refused with kind NOT_FOUND for a secret that is nobody's, or of somebody who may not come in or has no mandate */
    String by(String secret, String site) {
        SignedIn reader = links.holder(secret)
                .map(persons::bySignInName)
                .filter(holder -> !holder.mandates().isEmpty())
                .orElseThrow(() -> Refused.notFound("calendar.refused.noLink"));
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(reader.locale());
        try {
            List<CalendarEntry> entries = sources.stream()
                    .flatMap(source -> source.of(reader).stream())
                    .toList();
            return CalendarFile.of(
                    entries,
                    translator.say("calendar.name"),
                    site,
                    clock.instant().truncatedTo(ChronoUnit.DAYS));
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
