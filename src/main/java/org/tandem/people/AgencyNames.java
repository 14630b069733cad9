package org.tandem.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.platform.web.ArgumentNaming;

/** The initials of one agency, or of several with commas between them, as the reader's language has them: ILO, OIT. */
@Component
@RequiredArgsConstructor
class AgencyNames implements ArgumentNaming {

    private final Agencies agencies;
    private final MessageSource messages;

    @Override
    public String kind() {
        return "agency";
    }

    @Override
    public String name(String codes, Locale locale) {
        return Arrays.stream(codes.split(", "))
                .map(code -> initials(code, locale))
                .collect(Collectors.joining(", "));
    }

    /** Who else works on something is no agency of the data: the United Nations, the World Bank, other agencies. */
    private String initials(String code, Locale locale) {
        return agencies.find(code).map(agency -> agency.initials(locale)).orElseGet(() -> {
            String key = "people.agency." + code.replaceAll("[^A-Za-z0-9]+", "-");
            return String.valueOf(messages.getMessage(key, null, code, locale));
        });
    }
}
