package org.tandem.proposal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;

/** Where proposals are kept, by case. */
public interface Proposals extends JpaRepository<Proposal, String> {

    default Proposal of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }

    /** Takes the proposal alone for this transaction: whoever writes in it does not wait for its case (D25). */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.caseId = :id")
    Optional<Proposal> hold(String id);

    /** Counts a change; two people who write in different places are no conflict. */
    @Modifying
    @Query("update Proposal p set p.contentVersion = p.contentVersion + 1, p.changedAt = instant where p.caseId = :id")
    void countChange(String id);
}
