package org.tandem.support;

import org.springframework.data.jpa.repository.JpaRepository;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;

/** Where support requests are kept, by case. */
interface SupportRequests extends JpaRepository<SupportRequest, String> {

    default SupportRequest of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }
}
