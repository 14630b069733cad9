package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * An organisation that can be party to a framework.
 *
 * @param accent its colour, {@code #RRGGBB}, readable on white
 * @param regionsAsOf how old the list of regions is, and where it comes from
 */
public record Agency(
        String code,
        String nameEn,
        String nameFr,
        @Nullable String initialsFr,
        String accent,
        List<Region> regions,
        @Nullable String regionsAsOf,
        @Nullable String regionsSource,
        @With boolean retired)
        implements Lasting<Agency> {

    public String name(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? nameFr : nameEn;
    }

    /** What everybody calls it: its code, unless another language has initials of its own. */
    public String initials(Locale locale) {
        return "fr".equals(locale.getLanguage()) && initialsFr != null ? initialsFr : code;
    }

    public Optional<Region> region(String regionCode) {
        return regions.stream()
                .filter(region -> region.code().equals(regionCode))
                .findFirst();
    }
}
