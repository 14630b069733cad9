package org.tandem.support;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.people.MandatePattern;

/** What support tells its process. Business key is the case id. */
@Component
class SupportProcess {

    static final String KEY = "support";
    static final String ROUTE_REQUEST = "routeRequest";
    static final String ANSWER_REQUEST = "answerRequest";
    static final String RATE_ANSWER = "rateAnswer";

    private static final String ANSWERER_GONE = "answererGone";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;

    SupportProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void asked(SupportView request) {
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

    void assigned(String taskId, String agency) {
        complete(taskId, "routing", "ASSIGN", agency);
    }

    void declined(String taskId) {
        complete(taskId, "routing", "DECLINE", null);
    }

    void referredBack(String taskId) {
        complete(taskId, "reply", "REFER", null);
    }

    void answered(String taskId, String askedAs) {
        complete(taskId, "reply", "ANSWER", MandatePattern.parse(askedAs).agency());
    }

    void rated(String taskId, Rating rating) {
        complete(taskId, "rating", rating.name(), null);
    }

    void askedAgain(String taskId) {
        complete(taskId, "rating", "ASK_AGAIN", null);
    }

    void answererGone(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(ANSWERER_GONE)
                .processInstanceBusinessKey(id.value())
                .setVariable("party", null)
                .correlateAll();
    }

    /** @param party of whom the next task is asked; null for all */
    private void complete(String taskId, String fact, String value, @Nullable String party) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(fact, value);
        facts.put("party", party);
        tasks.getObject().complete(taskId, facts);
    }
}
