package org.tandem.countries;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.tandem.platform.SignedIn;

/** Port: what a module adds to the page of a country. */
public interface CountrySection extends Ordered {

    /** Folder of the template: {@code <name>/country :: section(country, model)}. */
    String name();

    /** Smaller stands higher. */
    int order();

    @Override
    default int getOrder() {
        return order();
    }

    /** What there is to show this reader of this country; null when there is nothing. */
    @Nullable
    Object of(Country country, SignedIn reader);
}
