package org.tandem.divergence;

import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.SignedIn;

/** Who reads positions, attempts and advice (D20): those who work on this country and area, their directors, and the mechanism. */
@Component
@RequiredArgsConstructor
class DivergenceReaders {

    private final Cases cases;
    private final CandidateGroups groups;

    boolean isConcerned(CaseView view, SignedIn reader) {
        return cases.parties(view.framework()).stream()
                        .flatMap(party -> Stream.of(Level.values())
                                .map(level -> groups.sideAt(
                                        level.name(), party, view.framework(), view.areaKey(), view.country())))
                        .flatMap(side -> Stream.of(side.split(",")))
                        .anyMatch(group -> MandatePattern.parse(group).isHeldBy(reader))
                || Stream.of(groups.taskTeams(view.framework()).split(","))
                        .anyMatch(group -> MandatePattern.parse(group).isHeldBy(reader))
                || Stream.of(groups.allCoordinators(view.framework()).split(","))
                        .anyMatch(group -> MandatePattern.parse(group).isHeldBy(reader));
    }
}
