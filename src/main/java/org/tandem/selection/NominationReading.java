package org.tandem.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
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
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Remark;

/** What the nomination form offers: areas, gains, collaborations, and what is known of the country. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class NominationReading {

    private static final int PLACES_SHOWN = 8;
    private static final int MOST_CASES = 50;

    private final Frameworks frameworks;
    private final Countries countries;
    private final Nominators nominators;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Register<SelectionRow> register;
    private final Translator translator;

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

    /** The area to begin with, when the person nominates for one only. */
    Optional<String> onlyArea(Framework framework, SignedIn who) {
        List<Area> areas = nominators.areasFor(framework, null, who);
        return areas.size() == 1 ? Optional.of(areas.get(0).code()) : Optional.empty();
    }

    /** What can be chosen in this framework: areas, the gains of each, running collaborations. */
    Map<String, List<Option>> options(
            Framework framework, Optional<Country> country, List<String> collaborations, SignedIn who) {
        List<Area> areas =
                nominators.areasFor(framework, country.map(Country::iso3).orElse(null), who);
        Map<String, List<Option>> options = new HashMap<>();
        options.put(
                "areas",
                areas.stream()
                        .map(area -> new Option(area.code(), area.numberedTitle()))
                        .toList());
        options.put(
                "areas.names",
                areas.stream()
                        .map(area -> new Option(area.code(), area.number()))
                        .toList());
        areas.forEach(area -> options.put(
                NominationInput.GAIN + area.code(),
                area.currentGains().stream()
                        .map(gain -> new Option(gain.code(), gain.label()))
                        .toList()));
        options.put("collaborations", collaborations(framework, country.orElse(null), collaborations));
        return options;
    }

    /** In which framework it is, and what Tandem knows of the country there. */
    List<Remark> remarks(Framework framework, String typed, SignedIn who) {
        List<Remark> remarks = new ArrayList<>(List.of(Remark.of("tasks.start.said", framework.shortTitle())));
        Optional<Country> country = country(typed);
        country.ifPresent(known -> remarks.addAll(remarks(framework, known, who)));
        if (country.isEmpty() && !typed.isBlank()) {
            remarks.add(new Remark(SelectionRefused.unknownCountry(typed).words(), List.of()));
        }
        return remarks;
    }

    private List<Remark> remarks(Framework framework, Country country, SignedIn who) {
        List<String> known = new ArrayList<>();
        if (country.ldc()) {
            known.add(translator.say("selection.flag.ldc"));
        }
        if (country.fragile()) {
            known.add(translator.say("selection.flag.crisis"));
        }
        framework.parties().forEach(agency -> known.add(seat(agency, country)));
        List<Remark> remarks = new ArrayList<>();
        remarks.add(Remark.of("selection.nominate.known", name(country), String.join("; ", known)));
        List<String> absent = framework.parties().stream()
                .filter(agency -> !countries.isPresent(agency, country.iso3()))
                .toList();
        if (!absent.isEmpty()) {
            remarks.add(Remark.of("selection.nominate.absent", translator.agencies(absent)));
        }
        List<String> unvetted = framework.parties().stream()
                .filter(agency -> !roster.anyoneHolds(MandatePattern.parse(groups.directorOf(agency, country.iso3()))))
                .toList();
        if (!unvetted.isEmpty()) {
            remarks.add(Remark.of("selection.nominate.nobodyToVet", translator.agencies(unvetted)));
        }
        List<String> cases = register
                .find(
                        who,
                        MOST_CASES,
                        Sort.by("id"),
                        Condition.is("framework", framework.shortCode()),
                        Condition.is("country", country.iso3()))
                .stream()
                .map(row -> row.id())
                .toList();
        if (!cases.isEmpty()) {
            remarks.add(new Remark(Message.of("selection.nominate.cases"), cases));
        }
        return remarks;
    }

    private String seat(String agency, Country country) {
        String region = countries
                .regionOf(agency, country.iso3())
                .map(NominationReading::regionName)
                .orElseGet(() -> translator.say("selection.noRegion"));
        return translator.agency(agency) + " " + region
                + (countries.isPresent(agency, country.iso3()) ? "" : ", " + translator.say("selection.notPresent"));
    }

    /** Those of the country first, then those that name no country, then the others. */
    private List<Option> collaborations(Framework framework, @Nullable Country country, List<String> chosen) {
        List<Collaboration> all = new ArrayList<>(frameworks.collaborations(framework.shortCode()));
        all.removeIf(known -> known.state() == Collaboration.State.ENDED && !chosen.contains(known.code()));
        all.sort(Comparator.comparing((Collaboration known) -> !isHere(known, country))
                .thenComparing(known -> country != null && !known.countries().isEmpty()));
        return all.stream()
                .map(known -> new Option(known.code(), known.title() + where(known)))
                .toList();
    }

    private String where(Collaboration known) {
        String places = String.join(", ", places(known).limit(PLACES_SHOWN).toList());
        int more = known.countries().size() - PLACES_SHOWN;
        return places.isEmpty()
                ? ""
                : " (" + places + (more > 0 ? " " + translator.say("selection.nominate.morePlaces", more) : "") + ")";
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
