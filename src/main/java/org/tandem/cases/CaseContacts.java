package org.tandem.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.people.CandidateGroups;
import org.tandem.people.Contact;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** Who works on a case: the persons behind the functions of every party, and the Resident Coordinators of its countries. */
@Component
@RequiredArgsConstructor
class CaseContacts {

    /** Of more than these, the persons of the areas and the framework are named, not those of each country. */
    private static final int MOST_COUNTRIES = 3;

    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;

    /** @param function in the reader's language */
    record Function(String function, List<Contact> persons) {}

    /** Functions that somebody has, in the order of the parties. */
    List<Function> of(CaseView view) {
        List<String> wanted = new ArrayList<>();
        List<String> countries = view.countries().size() > MOST_COUNTRIES ? List.of() : view.countries();
        for (String party : cases.parties(view.framework())) {
            wanted.add(groups.focalPoints(party, view.areaKey()));
            countries.forEach(country ->
                    wanted.addAll(List.of(groups.directorOf(party, country), groups.countryOffice(party, country))));
            wanted.add(groups.coordinators(party, view.framework()));
        }
        countries.forEach(country -> wanted.add(groups.residentCoordinator(country)));
        List<MandatePattern> patterns =
                wanted.stream().distinct().map(MandatePattern::parse).toList();
        Map<MandatePattern, List<Contact>> persons = roster.contacts(patterns);
        return patterns.stream()
                .filter(pattern -> !persons.get(pattern).isEmpty())
                .map(pattern -> new Function(roster.describe(pattern), persons.get(pattern)))
                .toList();
    }
}
