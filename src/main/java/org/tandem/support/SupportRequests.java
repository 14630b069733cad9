package org.tandem.support;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;

/** Where support requests are kept, by case. */
interface SupportRequests extends JpaRepository<SupportRequest, String> {

    default SupportRequest of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }

    /** The case in which the same person has asked the same and waits for an answer. */
    @Query("""
            select caseId from SupportRequest
             where askedBy = :#{#like.askedBy()} and framework = :#{#like.framework()} and country = :#{#like.country()}
               and area = :#{#like.area()} and topic = :#{#like.topic()} and question = :#{#like.question()}
               and state in (OPEN, ASSIGNED) order by askedAt limit 1""")
    Optional<String> waitingLike(SupportRequest like);
}
