package org.tandem.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;

/** Who writes a proposal: the country offices of every party, their focal points of the area, and their coordinators. */
@Component
@RequiredArgsConstructor
public class Writers {

    private final CandidateGroups groups;
    private final Roster roster;
    private final JdbcClient jdbc;

    public boolean mayWrite(CaseView view, SignedIn who) {
        return groupsOf(view).map(MandatePattern::parse).anyMatch(group -> group.isHeldBy(who));
    }

    /** Candidate groups: whoever holds one of them writes. */
    public Stream<String> groupsOf(CaseView view) {
        return Stream.of((groups.sidesAt("COUNTRY", view.framework(), view.areaKey(), view.country()) + ","
                        + groups.allCoordinators(view.framework()))
                .split(","));
    }

    /** Those of one party, by name. */
    public List<PersonName> of(CaseView view, String party) {
        return roster
                .holders(groupsOf(view)
                        .map(MandatePattern::parse)
                        .filter(group -> group.agency().equals(party))
                        .toList())
                .values()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(PersonName::displayName).thenComparing(PersonName::signInName))
                .toList();
    }

    void hasWritten(CaseId id, UUID person) {
        jdbc.sql("insert into tandem.proposal_writer (case_id, person) values (?, ?) on conflict do nothing")
                .params(id.value(), person)
                .update();
    }

    /**
     * Why somebody else has to clear it: they have written or reviewed any of it, or somebody who has made them who they are
     * here, so that both may be one person.
     */
    Optional<Refused> handOf(OpenTask task, SignedIn who) {
        CaseId id = task.caseOf();
        Stream<Role> roles =
                task.offers().stream().map(offer -> MandatePattern.parse(offer).role());
        if (hadAHand(id, Set.of(who.personId()))) {
            return Optional.of(ProposalRefused.hadAHand());
        }
        return hadAHand(id, roster.namersOf(who.personId(), roles))
                ? Optional.of(ProposalRefused.namedByAWriter())
                : Optional.empty();
    }

    private boolean hadAHand(CaseId id, Set<UUID> persons) {
        return !persons.isEmpty()
                && jdbc.sql("""
                        select exists (select from tandem.proposal_writer where case_id = :id and person in (:persons))
                            or exists (select from tandem.proposal_answer
                                        where case_id = :id and person in (:persons) and step = 'REVIEW')""")
                        .param("id", id.value())
                        .param("persons", persons)
                        .query(Boolean.class)
                        .single();
    }
}
