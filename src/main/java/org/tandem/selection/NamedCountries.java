package org.tandem.selection;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;

/** Finds the country somebody means: by ISO code or by its name in any language; accents, case and hyphens do not matter. */
@Component
class NamedCountries {

    private final Countries countries;
    private final Map<String, Optional<Country>> byName = new HashMap<>();

    NamedCountries(Countries countries) {
        this.countries = countries;
        for (Country country : countries.all()) {
            for (String name : List.of(country.nameEn(), country.nameFr(), country.nameEs())) {
                byName.merge(
                        folded(name), Optional.of(country), (one, other) -> one.equals(other) ? one : Optional.empty());
            }
        }
    }

    Optional<Country> find(@Nullable String typed) {
        if (typed == null || typed.isBlank() || typed.length() > 100) {
            return Optional.empty();
        }
        return countries
                .find(typed.strip().toUpperCase(Locale.ROOT))
                .filter(country -> !country.retired())
                .or(() -> byName.getOrDefault(folded(typed), Optional.empty()));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
