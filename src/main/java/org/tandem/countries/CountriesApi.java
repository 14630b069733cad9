package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.Paged;

/** Countries for machines. */
@RestController
@RequestMapping("/api/countries")
@RequiredArgsConstructor
class CountriesApi {

    private final Countries countries;
    private final Agencies agencies;

    record CountryAnswer(
            String iso3,
            String iso2,
            @Nullable String m49,
            Names names,
            String unStatus,
            boolean ldc,
            boolean lldc,
            boolean sids,
            boolean fragile,
            @Nullable String fragileClass,
            @Nullable String residentCoordinatorOffice,
            List<String> languages,
            double latitude,
            double longitude,
            List<AgencyAnswer> agencies,
            boolean retired) {}

    record Names(String en, String fr, String es) {}

    record AgencyAnswer(
            String agency,
            @Nullable String region,
            boolean present,
            @Nullable String presence) {}

    @GetMapping
    Paged<CountryAnswer> list(
            CountryFilter filter,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale locale) {
        return Paged.of(filter.in(countries, locale), page, size).map(this::answer);
    }

    @GetMapping("/{iso3}")
    CountryAnswer one(@PathVariable String iso3) {
        return countries
                .find(iso3.toUpperCase(Locale.ROOT))
                .map(this::answer)
                .orElseThrow(() -> Refused.notFound("countries.refused.noCountry", iso3));
    }

    private CountryAnswer answer(Country country) {
        return new CountryAnswer(
                country.iso3(),
                country.iso2(),
                country.m49(),
                new Names(country.nameEn(), country.nameFr(), country.nameEs()),
                country.unStatus(),
                country.ldc(),
                country.lldc(),
                country.sids(),
                country.fragile(),
                country.fragileClass(),
                country.rcOffice(),
                country.languages(),
                country.latitude(),
                country.longitude(),
                agencies.all().stream()
                        .flatMap(agency -> countries.presence(agency.code(), country.iso3()).stream())
                        .map(presence -> new AgencyAnswer(
                                presence.agency(), presence.region(), presence.present(), presence.kind()))
                        .toList(),
                country.retired());
    }
}
