package org.tandem.support;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.Cases;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;

/** Who may ask for support, and about what (S-040): the country team, its directors, focal points of the area, coordinators; each for their own agency. */
@Component
@RequiredArgsConstructor
class Askers {

    private final CaseReaders readers;
    private final Cases cases;
    private final Countries countries;
    private final CandidateGroups groups;

    /** The frameworks with a joint mechanism that the person may read: it takes two parties to have one. */
    private Stream<Framework> frameworks(SignedIn who) {
        return readers.frameworks(who).stream().filter(Framework::nominatesCountries);
    }

    /** Those in which the person could ask anything at all: decides whether the page is offered. */
    List<Framework> frameworksFor(SignedIn who) {
        return frameworks(who)
                .filter(framework ->
                        framework.currentAreas().stream().anyMatch(area -> mayAskAbout(framework, area, who)))
                .toList();
    }

    /** An area of today in one of these frameworks, by its key such as {@code FFA-A3}. */
    Optional<Area> area(String key, SignedIn who) {
        return frameworks(who)
                .flatMap(framework -> framework.currentAreas().stream())
                .filter(area -> area.areaKey().equals(key))
                .findFirst();
    }

    /** The group through which the person asks, the one closest to the country first. */
    Optional<String> actingAs(Area area, String country, SignedIn who) {
        List<String> parties = cases.parties(area.framework());
        return Stream.<UnaryOperator<String>>of(
                        agency -> groups.countryOffice(agency, country),
                        agency -> groups.focalPoints(agency, area.areaKey()),
                        agency -> groups.directorOf(agency, country),
                        agency -> groups.coordinators(agency, area.framework()))
                .flatMap(group -> parties.stream().map(group))
                .filter(group -> MandatePattern.parse(group).isHeldBy(who))
                .findFirst();
    }

    /** The areas the person may ask about. */
    List<Option> areas(Start start) {
        List<Framework> mine = frameworksFor(start.who());
        List<Framework> wanted = mine.stream()
                .filter(one -> start.all(AskForSupport.FRAMEWORK).contains(one.shortCode()))
                .toList();
        return (wanted.isEmpty() ? mine : wanted)
                .stream()
                        .flatMap(one -> one.currentAreas().stream()
                                .filter(area -> mayAskAbout(one, area, start.who()))
                                .map(area -> new Option(
                                        area.areaKey(),
                                        (mine.size() == 1 ? "" : one.shortTitle() + ": ") + area.numberedTitle())))
                        .toList();
    }

    /** What no field says by itself: whether there is such a framework, and whether the person speaks for area or country. */
    Optional<Refused> problem(Start start) {
        Set<String> sent = start.input().asMap().keySet();
        if (sent.contains(AskForSupport.FRAMEWORK) || !sent.contains(AskForSupport.AREA)) {
            String code = start.typed(AskForSupport.FRAMEWORK).orElse("").strip();
            if (frameworks(start.who()).noneMatch(known -> known.shortCode().equals(code))) {
                return Optional.of(SupportRefused.noFramework(code));
            }
        }
        return start.typed(AskForSupport.AREA)
                .flatMap(key -> area(key.strip(), start.who()))
                .flatMap(area -> start.typed(AskForSupport.COUNTRY)
                        .flatMap(code -> countries.find(code.strip()))
                        .filter(country ->
                                actingAs(area, country.iso3(), start.who()).isEmpty())
                        .map(country -> SupportRefused.mayNotAsk(area, country.iso3())));
    }

    /** Whether the person could ask about this area for some country. */
    private boolean mayAskAbout(Framework framework, Area area, SignedIn who) {
        return who.mandates().stream()
                .anyMatch(mandate -> framework.hasParty(mandate.agency())
                        && switch (mandate.role()) {
                            case COUNTRY_OFFICE, REGIONAL_DIRECTOR -> true;
                            case COORDINATOR ->
                                mandate.reaches(Role.COORDINATOR, mandate.agency(), framework.shortCode());
                            case FOCAL_POINT -> mandate.reaches(Role.FOCAL_POINT, mandate.agency(), area.areaKey());
                            default -> false;
                        });
    }
}
