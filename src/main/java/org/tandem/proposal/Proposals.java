package org.tandem.proposal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;

/** Where proposals are kept, by case. */
public interface Proposals extends JpaRepository<Proposal, String> {

    default Proposal of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }

    /** Those meant for a call, in an order in which all of them can be taken. */
    List<Proposal> findByCallOrderByCaseId(String call);

    /** Takes the proposal alone for this transaction: whoever writes in it does not wait for its case (D25). */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Proposal p where p.caseId = :id")
    Optional<Proposal> hold(String id);

    /** Without loading the proposal: whoever takes it later in the same transaction sees it as it is then. */
    @Query("select p.convening from Proposal p where p.caseId = :id")
    Optional<String> convening(String id);
}
