package org.tandem.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.countries.Region;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Collaboration;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Register;

/** What the nomination form offers: areas, gains, collaborations, and what is known of the country. */
@Component
@Transactional(readOnly = true)
class NominationReading {

    private static final int PLACES_SHOWN = 8;
    private static final int MOST_CASES = 50;

    private final Frameworks frameworks;
    private final Countries countries;
    private final Nominators nominators;
    private final Register<SelectionRow> register;

    NominationReading(
            Frameworks frameworks, Countries countries, Nominators nominators, Register<SelectionRow> register) {
        this.frameworks = frameworks;
        this.countries = countries;
        this.nominators = nominators;
        this.register = register;
    }

    record Offer(
            Framework framework,
            NominationForm typed,
            List<AreaChoice> areas,
            List<CollaborationChoice> collaborations,
            List<String> countryNames,
            @Nullable Facts facts) {}

    record AreaChoice(
            String code,
            String number,
            String title,
            boolean chosen,
            List<Area.EfficiencyGain> gains,
            @Nullable SelectionRow open) {}

    /** @param places names of countries, the first few */
    record CollaborationChoice(
            String code, String title, boolean chosen, boolean here, String places, int morePlaces) {}

    /** What Tandem knows of the country, for this framework. */
    record Facts(
            String iso3,
            String name,
            boolean ldc,
            boolean fragile,
            List<Seat> seats,
            List<String> absent,
            List<SelectionRow> cases) {}

    record Seat(String agency, @Nullable String region, boolean present) {}

    List<Framework> frameworksFor(SignedIn who) {
        return frameworks.all().stream()
                .filter(framework -> nominators.mayNominateIn(framework, who))
                .toList();
    }

    Optional<Country> country(@Nullable String typed) {
        return countries.named(typed);
    }

    /** The country to begin with, when the person speaks for the office of one country only. */
    Optional<String> onlyOffice(Framework framework, SignedIn who) {
        List<String> offices = nominators.officesOf(framework, who);
        return offices.size() == 1 ? countries.find(offices.get(0)).map(this::name) : Optional.empty();
    }

    Offer offer(Framework framework, NominationForm typed, SignedIn who) {
        Country country = countries.named(typed.one("country")).orElse(null);
        Facts facts = country == null ? null : facts(framework, country, who);
        return new Offer(
                framework,
                typed,
                nominators.areasFor(framework, country == null ? null : country.iso3(), who).stream()
                        .map(area -> choice(area, typed, facts))
                        .toList(),
                collaborations(framework, typed, country),
                countries.all(locale()).stream().map(this::name).toList(),
                facts);
    }

    Facts facts(Framework framework, Country country, SignedIn who) {
        List<Seat> seats = framework.parties().stream()
                .map(agency -> new Seat(
                        agency,
                        countries
                                .regionOf(agency, country.iso3())
                                .map(region -> regionName(region))
                                .orElse(null),
                        countries.isPresent(agency, country.iso3())))
                .toList();
        return new Facts(
                country.iso3(),
                name(country),
                country.ldc(),
                country.fragile(),
                seats,
                seats.stream().filter(seat -> !seat.present()).map(Seat::agency).toList(),
                register.find(
                        who,
                        MOST_CASES,
                        Sort.by("id"),
                        Condition.is("framework", framework.shortCode()),
                        Condition.is("country", country.iso3())));
    }

    private static AreaChoice choice(Area area, NominationForm typed, @Nullable Facts facts) {
        Stream<SelectionRow> cases = facts == null ? Stream.empty() : facts.cases().stream();
        return new AreaChoice(
                area.code(),
                area.number(),
                area.title(),
                typed.has("areas", area.code()),
                area.currentGains(),
                cases.filter(row -> row.area().equals(area.code()) && row.keepsFromRenewal())
                        .findFirst()
                        .orElse(null));
    }

    /** Those of the country first, then those that name no country, then the others. */
    private List<CollaborationChoice> collaborations(
            Framework framework, NominationForm typed, @Nullable Country country) {
        List<Collaboration> all = new ArrayList<>(frameworks.collaborations(framework.shortCode()));
        all.removeIf(known -> known.state() == Collaboration.State.ENDED && !typed.has("collaborations", known.code()));
        all.sort(Comparator.comparing((Collaboration known) -> !isHere(known, country))
                .thenComparing(known -> country != null && !known.countries().isEmpty()));
        return all.stream()
                .map(known -> new CollaborationChoice(
                        known.code(),
                        known.title(),
                        typed.has("collaborations", known.code()),
                        isHere(known, country),
                        String.join(", ", places(known).limit(PLACES_SHOWN).toList()),
                        Math.max(0, known.countries().size() - PLACES_SHOWN)))
                .toList();
    }

    private Stream<String> places(Collaboration known) {
        return known.countries().stream()
                .map(place -> countries.find(place.iso3()).map(this::name).orElse(place.iso3()));
    }

    private static boolean isHere(Collaboration known, @Nullable Country country) {
        return country != null && known.isIn(country.iso3());
    }

    String name(Country country) {
        return country.name(locale());
    }

    private static String regionName(Region region) {
        return region.name(locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
