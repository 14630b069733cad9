package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * A country or area as the United Nations names it.
 *
 * @param unStatus member, observer or area
 * @param fragileClass conflict or institutional_social; none when not fragile
 * @param rcPresence how the Resident Coordinator system is present
 * @param rcOffice the seat of the Resident Coordinator who signs for the country
 * @param retired no longer in the data, kept because cases refer to it
 */
public record Country(
        String iso3,
        String iso2,
        @Nullable String m49,
        String nameEn,
        String nameFr,
        String nameEs,
        boolean ldc,
        boolean lldc,
        boolean sids,
        boolean fragile,
        @Nullable String fragileClass,
        String unStatus,
        String rcPresence,
        @Nullable String rcOffice,
        List<String> languages,
        double latitude,
        double longitude,
        @With boolean retired)
        implements Lasting<Country> {

    public String name(Locale locale) {
        return switch (locale.getLanguage()) {
            case "fr" -> nameFr;
            case "es" -> nameEs;
            default -> nameEn;
        };
    }

    /** All it goes by: its codes, its name in every language. */
    public List<String> names() {
        return Stream.of(iso3, iso2, m49, nameEn, nameFr, nameEs)
                .filter(name -> name != null && !name.isEmpty())
                .toList();
    }

    /** Whether a Resident Coordinator serves the country, be it from another one. */
    public boolean hasResidentCoordinator() {
        return rcOffice != null;
    }

    /** Whether the flag of this code (ldc, lldc, sids, fragile) is set. */
    boolean has(String flag) {
        return switch (flag) {
            case "ldc" -> ldc;
            case "lldc" -> lldc;
            case "sids" -> sids;
            default -> fragile;
        };
    }
}
