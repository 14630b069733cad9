package org.tandem.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tandem.platform.Refused;

/** The language Tandem speaks to a person and the zone its times are given in. */
record Preferences(String language, String zone) {

    /** Complete translations only (D22). */
    static final List<String> LANGUAGES = List.of("en", "fr");

    Preferences {
        if (!LANGUAGES.contains(language)) {
            throw Refused.invalid("language", "people.refused.language");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Refused.invalid("zone", "people.refused.zone");
        }
    }

    static List<Locale> locales() {
        return LANGUAGES.stream().map(Locale::forLanguageTag).toList();
    }
}
