package org.tandem.tasks;

import java.util.Optional;
import org.tandem.cases.CaseId;

/** Port: step limits that depend on where a case stands, e.g. on the level of a divergence. */
public interface CaseLimits {

    /** Empty when the limit of the data file holds. */
    Optional<StepLimit> of(String taskKey, CaseId id);
}
