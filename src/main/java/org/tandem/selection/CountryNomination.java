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

/** The ways from the page of a country to its nomination and its withdrawal, for those who may. */
@Component
@RequiredArgsConstructor
class CountryNomination implements CountrySection {

    private final Frameworks frameworks;
    private final Nominators nominators;
    private final Coordinators coordinators;
    private final SelectionFigures figures;

    /** Frameworks in which it may be nominated, and withdrawn. */
    record Ways(List<Framework> nominate, List<Framework> withdraw) {}

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Ways of(Country country, SignedIn reader) {
        List<Framework> open = frameworks.all().stream()
                .filter(Framework::nominatesCountries)
                .filter(framework -> !country.retired()
                        && !nominators
                                .areasFor(framework, country.iso3(), reader)
                                .isEmpty())
                .toList();
        List<Framework> withdraw = frameworks.all().stream()
                .filter(framework -> coordinators.coordinates(framework.shortCode(), reader))
                .filter(framework -> figures.hasOpenCase(framework.shortCode(), country.iso3()))
                .toList();
        return open.isEmpty() && withdraw.isEmpty() ? null : new Ways(open, withdraw);
    }
}
