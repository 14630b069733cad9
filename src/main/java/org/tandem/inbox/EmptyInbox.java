package org.tandem.inbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Mandate;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** What to tell somebody for whom nothing waits: what would come, from where, and what can be done meanwhile. */
@Component
class EmptyInbox {

    private final Roster roster;
    private final CandidateGroups groups;
    private final Frameworks frameworks;
    private final Translator translator;

    EmptyInbox(Roster roster, CandidateGroups groups, Frameworks frameworks, Translator translator) {
        this.roster = roster;
        this.groups = groups;
        this.frameworks = frameworks;
        this.translator = translator;
    }

    /**
     * @param comes for each mandate, what would come
     * @param mayNominate whether the person can bring work about
     * @param ask whom to ask for a mandate, where there is none
     */
    record Message(List<String> comes, boolean mayNominate, List<PersonName> ask) {}

    Message words(SignedIn who) {
        List<String> comes = who.mandates().stream()
                .map(mandate ->
                        translator.say("inbox.comes." + mandate.role().code(), roster.describeHolder(mandate.group())))
                .distinct()
                .toList();
        List<PersonName> ask =
                comes.isEmpty() ? roster.holders(MandatePattern.parse(groups.administrators())) : List.of();
        return new Message(comes, mayNominate(who), ask);
    }

    private boolean mayNominate(SignedIn who) {
        return who.mandates().stream().anyMatch(mandate -> frameworks.all().stream()
                .filter(Framework::nominatesCountries)
                .filter(framework -> framework.hasParty(mandate.agency()))
                .anyMatch(framework -> nominatesIn(framework, mandate)));
    }

    private static boolean nominatesIn(Framework framework, Mandate mandate) {
        return switch (mandate.role()) {
            case COUNTRY_OFFICE, COORDINATOR -> true;
            case FOCAL_POINT ->
                framework.currentAreas().stream()
                        .anyMatch(area -> area.areaKey().equals(mandate.scope()));
            default -> false;
        };
    }
}
