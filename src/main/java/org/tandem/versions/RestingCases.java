package org.tandem.versions;

import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/** Where the running cases of a version rest. */
@Component
@RequiredArgsConstructor
class RestingCases {

    private final ManagementService management;

    /** Number of tokens by id of the step; a step asked of several people has one for each. */
    Map<String, Long> waiting(Version version) {
        Map<String, Long> waiting = new HashMap<>();
        management
                .createActivityStatisticsQuery(version.definition())
                .list()
                .forEach(place -> waiting.put(place.getId(), (long) place.getInstances()));
        return waiting;
    }
}
