package org.tandem.proposal;

import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.SignedIn;

/** Who writes a proposal: the country offices of every party, their focal points of the area, and their coordinators. */
@Component
@RequiredArgsConstructor
public class Writers {

    private final CandidateGroups groups;
    private final JdbcClient jdbc;

    public boolean mayWrite(CaseView view, SignedIn who) {
        return groupsOf(view).map(MandatePattern::parse).anyMatch(group -> group.isHeldBy(who));
    }

    private Stream<String> groupsOf(CaseView view) {
        return Stream.of((groups.sidesAt("COUNTRY", view.framework(), view.areaKey(), view.country()) + ","
                        + groups.allCoordinators(view.framework()))
                .split(","));
    }

    /** Whether this person has written or reviewed any of it: then somebody else has to clear it. */
    boolean hadAHand(CaseId id, UUID person) {
        return jdbc.sql("""
                        select exists (select 1 from tandem.proposal_section_version where case_id = :id and changed_by = :person)
                            or exists (select 1 from tandem.proposal_answer
                                        where case_id = :id and person = :person and step = 'REVIEW')""")
                .param("id", id.value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }
}
