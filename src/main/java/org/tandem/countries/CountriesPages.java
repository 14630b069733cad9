package org.tandem.countries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.reference.PageLinks;
import org.tandem.platform.reference.Paged;

/** Countries for people to browse. */
@Controller
@RequiredArgsConstructor
class CountriesPages {

    private final Countries countries;
    private final Agencies agencies;
    private final List<CountrySection> sections;
    private final CurrentPerson currentPerson;

    /** One agency in one country, ready to show. */
    record Place(
            Agency agency,
            @Nullable Region region,
            boolean present,
            @Nullable String kind) {}

    record Row(Country country, List<Place> places) {}

    /** A flag of one country. */
    record Flag(FlagNote note, boolean set) {}

    @GetMapping("/countries")
    String list(CountryFilter filter, @RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        Paged<Country> paged = Paged.of(filter.in(countries, locale), page);
        model.addAttribute("filter", filter);
        model.addAttribute("agencies", agencies.all());
        model.addAttribute("rows", paged.map(this::row).items());
        model.addAttribute("links", PageLinks.of(paged, Paged.SIZE));
        model.addAttribute("boundaries", true);
        return "countries/list";
    }

    @GetMapping("/countries/{iso3}")
    String one(@PathVariable String iso3, Model model) {
        Country country = countries
                .find(iso3.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> Refused.notFound("countries.refused.noCountry", iso3));
        model.addAttribute("country", country);
        model.addAttribute("sections", shown(country, currentPerson.get()));
        model.addAttribute("places", row(country).places());
        model.addAttribute(
                "flags",
                countries.flags().stream()
                        .map(note -> new Flag(note, country.has(note.code())))
                        .toList());
        model.addAttribute("boundaries", true);
        return "countries/country";
    }

    private Map<String, Object> shown(Country country, SignedIn reader) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (CountrySection section : sections) {
            Object model = section.of(country, reader);
            if (model != null) {
                shown.put(section.name(), model);
            }
        }
        return shown;
    }

    private Row row(Country country) {
        return new Row(
                country,
                agencies.all().stream()
                        .map(agency -> place(agency, country.iso3()))
                        .toList());
    }

    private Place place(Agency agency, String iso3) {
        return new Place(
                agency,
                countries.regionOf(agency.code(), iso3).orElse(null),
                countries.isPresent(agency.code(), iso3),
                countries
                        .presence(agency.code(), iso3)
                        .map(AgencyPresence::kind)
                        .orElse(null));
    }
}
