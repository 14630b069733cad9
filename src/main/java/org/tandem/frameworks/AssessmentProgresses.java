package org.tandem.frameworks;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface AssessmentProgresses extends Repository<AssessmentProgress, String> {

    /** Locked, so that of two who record at once the second learns that it was second. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<AssessmentProgress> findByCode(String code);

    AssessmentProgress saveAndFlush(AssessmentProgress progress);
}
