package org.tandem.inbox;

import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.InboxLink;

/** What to tell somebody for whom nothing waits: what would come, from where, and what can be done meanwhile. */
@Component
@RequiredArgsConstructor
class EmptyInbox {

    private final Roster roster;
    private final CandidateGroups groups;
    private final List<InboxLink> links;
    private final Translator translator;

    /**
     * @param comes for each mandate, what would come
     * @param links to what the person can do meanwhile
     * @param ask whom to ask for a mandate, where there is none
     */
    record Message(List<String> comes, List<InboxLink> links, List<PersonName> ask) {}

    Message words(SignedIn who) {
        List<String> comes = who.mandates().stream()
                .map(mandate ->
                        translator.say("inbox.comes." + mandate.role().code(), roster.describeHolder(mandate.group())))
                .distinct()
                .toList();
        List<InboxLink> meanwhile = links.stream()
                .filter(link -> link.shownTo().test(who))
                .sorted(Comparator.comparingInt(InboxLink::order))
                .toList();
        List<PersonName> ask =
                comes.isEmpty() ? roster.holders(MandatePattern.parse(groups.administrators())) : List.of();
        return new Message(comes, meanwhile, ask);
    }
}
