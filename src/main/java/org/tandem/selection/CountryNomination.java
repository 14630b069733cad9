package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.countries.Country;
import org.tandem.countries.CountrySection;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** The way from the page of a country to its nomination, for those who may nominate it. */
@Component
@RequiredArgsConstructor
class CountryNomination implements CountrySection {

    private final Frameworks frameworks;
    private final Nominators nominators;

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable List<Framework> of(Country country, SignedIn reader) {
        if (country.retired()) {
            return null;
        }
        List<Framework> open = frameworks.all().stream()
                .filter(Framework::nominatesCountries)
                .filter(framework ->
                        !nominators.areasFor(framework, country.iso3(), reader).isEmpty())
                .toList();
        return open.isEmpty() ? null : open;
    }
}
