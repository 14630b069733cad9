package org.tandem.support;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** What support tells its process. Business key is the case id. */
@Component
@RequiredArgsConstructor
class SupportProcess {

    static final String KEY = "support";
    static final String ROUTE_REQUEST = "routeRequest";
    static final String ANSWER_REQUEST = "answerRequest";
    static final String RATE_ANSWER = "rateAnswer";

    private static final String ANSWERER_GONE = "answererGone";

    private final ObjectProvider<RuntimeService> runtime;

    void asked(SupportRequest request) {
        runtime.getObject()
                .startProcessInstanceByKey(
                        KEY,
                        request.caseId(),
                        Map.of(
                                "caseId", request.caseId(),
                                "framework", request.framework(),
                                "country", request.country(),
                                "areaKey", request.areaKey(),
                                "askedAs", request.askedAs()));
    }

    void answererGone(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(ANSWERER_GONE)
                .processInstanceBusinessKey(id.value())
                .setVariable("party", null)
                .correlateAll();
    }
}
