package org.tandem.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who may start a joint programme, and where: country offices, focal points of the area and coordinators, each for their agency. */
@Component
@RequiredArgsConstructor
class Starters {

    private final CaseReaders readers;
    private final CandidateGroups groups;

    Stream<Framework> frameworks(SignedIn who) {
        return readers.frameworks(who).stream().filter(Framework::nominatesCountries);
    }

    /** Areas of today for which the person may start one in some country, those that are usual for proposals first. */
    Stream<Area> areas(SignedIn who) {
        return frameworks(who).flatMap(framework -> framework.currentAreas().stream()
                .filter(area -> mayStart(framework, area, who))
                .sorted(Comparator.comparing(area -> !framework.isUsualForProposals(area))));
    }

    /** Keys of the areas in which a proposal needs a reason. */
    List<String> unusualAreas(SignedIn who) {
        return frameworks(who)
                .flatMap(framework ->
                        framework.currentAreas().stream().filter(area -> !framework.isUsualForProposals(area)))
                .map(Area::areaKey)
                .toList();
    }

    private static boolean mayStart(Framework framework, Area area, SignedIn who) {
        return who.mandates().stream()
                .anyMatch(mandate -> framework.hasParty(mandate.agency())
                        && switch (mandate.role()) {
                            case COUNTRY_OFFICE -> true;
                            case COORDINATOR ->
                                mandate.reaches(Role.COORDINATOR, mandate.agency(), framework.shortCode());
                            case FOCAL_POINT -> mandate.reaches(Role.FOCAL_POINT, mandate.agency(), area.areaKey());
                            default -> false;
                        });
    }

    Optional<Area> area(String key, SignedIn who) {
        return areas(who).filter(area -> area.areaKey().equals(key)).findFirst();
    }

    /** The group through which the person starts one, the closest to the country first. */
    Optional<MandatePattern> actingAs(Area area, String country, SignedIn who) {
        return Stream.of(
                        groups.sidesAt("COUNTRY", area.framework(), area.areaKey(), country),
                        groups.allCoordinators(area.framework()))
                .flatMap(list -> Stream.of(list.split(",")))
                .map(MandatePattern::parse)
                .filter(group -> group.isHeldBy(who))
                .findFirst();
    }
}
