package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.Folding;

/**
 * What a reader is looking for among the countries.
 *
 * @param q words in a name or code
 * @param region agency and region, such as UNDP:RBAS
 * @param presentFor code of an agency that is present
 */
record CountryFilter(
        @Nullable String q,
        @Nullable String region,
        @Nullable String presentFor,
        @Nullable Boolean ldc,
        @Nullable Boolean lldc,
        @Nullable Boolean sids,
        @Nullable Boolean fragile) {

    List<Country> in(Countries countries, Locale locale) {
        return countries.all(locale).stream()
                .filter(country -> q == null || q.isBlank() || Countries.matches(country, q))
                .filter(country -> isBlank(region) || isInRegion(countries, country))
                .filter(country -> isBlank(presentFor) || countries.isPresent(presentFor, country.iso3()))
                .filter(country -> !isAsked(ldc) || country.ldc())
                .filter(country -> !isAsked(lldc) || country.lldc())
                .filter(country -> !isAsked(sids) || country.sids())
                .filter(country -> !isAsked(fragile) || country.fragile())
                .toList();
    }

    public boolean isEmpty() {
        return (q == null || Folding.words(q).isEmpty())
                && isBlank(region)
                && isBlank(presentFor)
                && !isAsked(ldc)
                && !isAsked(lldc)
                && !isAsked(sids)
                && !isAsked(fragile);
    }

    private boolean isInRegion(Countries countries, Country country) {
        String[] parts = region == null ? new String[0] : region.split(":", 2);
        return parts.length == 2
                && countries
                        .regionOf(parts[0], country.iso3())
                        .filter(found -> found.code().equals(parts[1]))
                        .isPresent();
    }

    private static boolean isAsked(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
