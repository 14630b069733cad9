package org.tandem.submission;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;

/** Where submissions are kept, by case. */
interface Submissions extends JpaRepository<Submission, String> {

    default Submission of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }

    List<Submission> findByCallOrderByCaseId(String call);

    /** In the order of their numbers. */
    List<Submission> findByProgrammeOrderByCaseId(String programme);
}
