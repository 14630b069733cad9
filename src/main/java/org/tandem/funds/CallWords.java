package org.tandem.funds;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.platform.reference.RoughDates;
import org.tandem.platform.web.ArgumentNaming;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** What a call says, as the reader writes it; in templates {@code ${@callWords.say('closes', value)}}. */
@Component
@RequiredArgsConstructor
public class CallWords implements ArgumentNaming {

    private final Countries countries;
    private final ProposalTemplates templates;
    private final RoughDates dates;
    private final Times times;
    private final Translator translator;

    public String say(String field, @Nullable String value) {
        if (value == null) {
            return translator.say("funds.unknown");
        }
        Locale locale = LocaleContextHolder.getLocale();
        return switch (field) {
            case Call.OPENS, Call.CLOSES -> date(value);
            case Call.ZONE -> value.replace('_', ' ');
            case Call.CEILING -> translator.say("funds.usd", times.number(new BigDecimal(value)));
            case Call.COUNTRIES ->
                Stream.of(value.split(" "))
                        .map(code -> countries
                                .find(code)
                                .map((Country country) -> country.name(locale))
                                .orElse(code))
                        .collect(Collectors.joining(", "));
            case Call.TEMPLATE ->
                templates.find(value).map(form -> form.title(locale)).orElse(value);
            default -> value;
        };
    }

    @Override
    public String kind() {
        return "closing";
    }

    /** As in "31 Mar 2031, 23:59 (America/New York)". */
    @Override
    public String name(String closing, Locale locale) {
        String[] dateAndZone = closing.split(" ", 2);
        return date(dateAndZone[0]) + (dateAndZone[1].isEmpty() ? "" : " (" + dateAndZone[1].replace('_', ' ') + ")");
    }

    private String date(String value) {
        return CallTime.isExact(value) && value.length() > 10
                ? dates.say(value.substring(0, 10)) + ", " + value.substring(11)
                : dates.say(value);
    }
}
