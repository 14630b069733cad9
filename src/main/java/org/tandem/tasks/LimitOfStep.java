package org.tandem.tasks;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** How long a step of one case may take: by where the case stands, otherwise by the data file. */
@Component
@RequiredArgsConstructor
class LimitOfStep {

    private final StepLimits limits;
    private final ObjectProvider<CaseLimits> caseLimits;

    StepLimit of(String taskKey, CaseId id) {
        return caseLimits
                .orderedStream()
                .flatMap(special -> special.of(taskKey, id).stream())
                .findFirst()
                .orElseGet(() -> limits.of(taskKey));
    }
}
