package org.tandem.divergence;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** What the register's filters offer this reader. */
@Component
class RegisterChoices {

    private final DivergenceRegister register;
    private final Frameworks frameworks;
    private final Countries countries;

    RegisterChoices(DivergenceRegister register, Frameworks frameworks, Countries countries) {
        this.register = register;
        this.frameworks = frameworks;
        this.countries = countries;
    }

    record Choice(String value, String name) {}

    record Group(String name, List<Choice> items) {}

    List<Group> areas(SignedIn who, @Nullable String framework) {
        return register.readable(who).stream()
                .filter(code -> framework == null || framework.equals(code))
                .flatMap(code -> frameworks.byShortCode(code).stream())
                .map(known -> new Group(
                        known.shortTitle(),
                        known.currentAreas().stream()
                                .map(area -> new Choice(area.areaKey(), area.number() + ". " + area.title()))
                                .toList()))
                .toList();
    }

    List<Choice> countries(SignedIn who) {
        return register.countries(who).stream()
                .map(iso3 -> new Choice(
                        iso3,
                        countries
                                .find(iso3)
                                .map(country -> country.name(LocaleContextHolder.getLocale()))
                                .orElse(iso3)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }
}
