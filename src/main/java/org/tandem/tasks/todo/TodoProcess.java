package org.tandem.tasks.todo;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What ad-hoc work tells its process. Business key is the case id, as in every process of a case. */
@Component
@RequiredArgsConstructor
class TodoProcess {

    static final String KEY = "todo";

    private static final String SETTLED = "workSettled";

    private final ObjectProvider<RuntimeService> runtime;

    /** @return the id of the process instance */
    String asked(TodoRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("caseId", request.caseId().value());
        facts.put("askedOf", request.groups());
        facts.put(
                "askedPerson",
                request.person() == null ? null : request.person().toString());
        facts.put(
                "due",
                request.due() == null
                        ? null
                        : request.due().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("title", request.title());
        return runtime.getObject()
                .startProcessInstanceByKey(KEY, request.caseId().value(), facts)
                .getId();
    }

    void settled(String id) {
        runtime.getObject()
                .createMessageCorrelation(SETTLED)
                .processInstanceId(id)
                .correlateAll();
    }
}
