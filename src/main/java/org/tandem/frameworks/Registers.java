package org.tandem.frameworks;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.platform.reference.Folding;

/** Searches the registers, in the names of countries too. */
@Component
@RequiredArgsConstructor
class Registers {

    private final Frameworks frameworks;
    private final Countries countries;

    List<Collaboration> collaborations(RegisterFilter filter) {
        return frameworks.collaborations().stream()
                .filter(one -> filter.asksFor(one.framework(), one.state()))
                .filter(one -> !filter.hasCountry() || one.isIn(filter.countryCode()))
                .filter(one -> Folding.matches(filter.words(), text(one)))
                .toList();
    }

    List<Assessment> assessments(RegisterFilter filter) {
        return frameworks.assessments().stream()
                .filter(one -> filter.asksFor(one.framework(), one.state()))
                .filter(one -> !filter.hasCountry() || one.country().equals(filter.countryCode()))
                .filter(one -> Folding.matches(filter.words(), text(one)))
                .toList();
    }

    private String text(Collaboration one) {
        return String.join(
                " ",
                one.key(),
                one.title(),
                one.kind(),
                one.summary() == null ? "" : one.summary(),
                one.fund() == null ? "" : one.fund(),
                String.join(" ", one.areas()),
                String.join(" ", one.agencies()),
                one.countries().stream().map(place -> names(place.iso3())).collect(Collectors.joining(" ")));
    }

    private String text(Assessment one) {
        return String.join(
                " ",
                one.code(),
                one.topic(),
                one.findings() == null ? "" : one.findings(),
                String.join(" ", one.leads()),
                String.join(" ", one.partners()),
                names(one.country()));
    }

    private String names(String iso3) {
        return countries.find(iso3).map(Registers::allNames).orElse(iso3);
    }

    private static String allNames(Country country) {
        return String.join(" ", country.iso3(), country.nameEn(), country.nameFr(), country.nameEs());
    }
}
