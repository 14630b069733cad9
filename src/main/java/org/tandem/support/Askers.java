package org.tandem.support;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who may ask for support (S-040): the country team, its directors, focal points of the area, coordinators; each for their own agency. */
@Component
class Askers {

    private final Frameworks frameworks;
    private final CandidateGroups groups;

    Askers(Frameworks frameworks, CandidateGroups groups) {
        this.frameworks = frameworks;
        this.groups = groups;
    }

    /** The frameworks with a joint mechanism: it takes two parties to have one. */
    List<Framework> frameworks() {
        return frameworks.all().stream().filter(Framework::nominatesCountries).toList();
    }

    /** The group through which the person asks, the one closest to the country first. */
    Optional<String> actingAs(Framework framework, String area, String country, SignedIn who) {
        return framework.parties().stream()
                .flatMap(agency -> List.of(
                        groups.countryOffice(agency, country),
                        groups.focalPoints(agency, framework.shortCode() + "-" + area),
                        groups.directorOf(agency, country),
                        groups.coordinators(agency, framework.shortCode()))
                        .stream())
                .filter(group -> holds(who, group))
                .min(java.util.Comparator.comparingInt(Askers::distance));
    }

    private static boolean holds(SignedIn who, String group) {
        MandatePattern pattern = MandatePattern.parse(group);
        return who.holds(pattern.role(), pattern.agency(), pattern.scope());
    }

    private static int distance(String group) {
        return switch (MandatePattern.parse(group).role()) {
            case COUNTRY_OFFICE -> 0;
            case FOCAL_POINT -> 1;
            case REGIONAL_DIRECTOR -> 2;
            default -> 3;
        };
    }

    /** Whether the person could ask about this area for some country. */
    boolean mayAskAbout(Framework framework, Area area, SignedIn who) {
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

    /** Whether the person could ask anything at all in this framework: decides whether the page is offered. */
    boolean mayAskIn(Framework framework, SignedIn who) {
        return framework.currentAreas().stream().anyMatch(area -> mayAskAbout(framework, area, who));
    }

    List<Framework> frameworksFor(SignedIn who) {
        return frameworks().stream()
                .filter(framework -> mayAskIn(framework, who))
                .toList();
    }
}
