package org.tandem.selection;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who may nominate (S-001): focal points of the area, the country's office, coordinators; each for their own agency. */
@Component
@RequiredArgsConstructor
class Nominators {

    private final CandidateGroups groups;

    /** @throws org.tandem.platform.Refused when none of the person's mandates allows it */
    String agencyFor(Framework framework, String area, String country, SignedIn who) {
        return MandatePattern.parse(actingAs(framework, area, country, who)).agency();
    }

    String actingAs(Framework framework, String area, String country, SignedIn who) {
        return groupOf(framework, area, country, who)
                .orElseThrow(() -> SelectionRefused.mayNotNominate(framework.shortCode() + "-" + area));
    }

    boolean mayNominate(Framework framework, String area, String country, SignedIn who) {
        return groupOf(framework, area, country, who).isPresent();
    }

    /** The areas to offer; while the country is not known, an office may still name its own. */
    List<Area> areasFor(Framework framework, @Nullable String country, SignedIn who) {
        List<String> countries = country != null ? List.of(country) : officesOf(framework, who);
        return framework.currentAreas().stream()
                .filter(area -> mayNominate(framework, area.code(), CandidateGroups.NONE, who)
                        || countries.stream().anyMatch(office -> mayNominate(framework, area.code(), office, who)))
                .toList();
    }

    /** The countries whose office the person speaks for, for any party. */
    List<String> officesOf(Framework framework, SignedIn who) {
        return who.mandates().stream()
                .filter(mandate -> mandate.role() == Role.COUNTRY_OFFICE && framework.hasParty(mandate.agency()))
                .map(Mandate::scope)
                .distinct()
                .toList();
    }

    private Optional<String> groupOf(Framework framework, String area, String country, SignedIn who) {
        return framework.parties().stream()
                .map(agency -> group(agency, framework, area, country, who))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether the person could nominate anything at all in this framework: decides whether the page is offered. */
    boolean mayNominateIn(Framework framework, SignedIn who) {
        return framework.nominatesCountries()
                && framework.parties().stream().anyMatch(agency -> who.mandates().stream()
                        .anyMatch(mandate -> mandate.agency().equals(agency)
                                && switch (mandate.role()) {
                                    case COUNTRY_OFFICE -> true;
                                    case COORDINATOR ->
                                        mandate.reaches(Role.COORDINATOR, agency, framework.shortCode());
                                    case FOCAL_POINT ->
                                        mandate.scope().equals("WORLD")
                                                || framework.areas().stream().anyMatch(area -> area.areaKey()
                                                        .equals(mandate.scope()));
                                    default -> false;
                                }));
    }

    private Optional<String> group(String agency, Framework framework, String area, String country, SignedIn who) {
        return List.of(
                        groups.focalPoints(agency, framework.shortCode() + "-" + area),
                        groups.countryOffice(agency, country),
                        groups.coordinators(agency, framework.shortCode()))
                .stream()
                .filter(group -> MandatePattern.parse(group).isHeldBy(who))
                .findFirst();
    }
}
