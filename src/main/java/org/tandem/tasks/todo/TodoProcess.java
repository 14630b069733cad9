package org.tandem.tasks.todo;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What ad-hoc work tells its process. Business key is the case id, as in every process of a case. */
@Component
class TodoProcess {

    static final String KEY = "todo";
    static final String SEE_TO_CASE = "seeToCase";

    private static final String SETTLED = "workSettled";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;

    TodoProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** @return the id of the process instance */
    String asked(TodoRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("caseId", request.caseId().value());
        facts.put("askedOf", request.groups());
        facts.put(
                "askedPerson",
                request.person() == null ? null : request.person().toString());
        facts.put("due", request.due() == null ? null : Date.from(request.due()));
        facts.put("title", request.title());
        return runtime.getObject()
                .startProcessInstanceByKey(KEY, request.caseId().value(), facts)
                .getId();
    }

    void done(String taskId) {
        tasks.getObject().complete(taskId);
    }

    void settled(String id) {
        runtime.getObject()
                .createMessageCorrelation(SETTLED)
                .processInstanceId(id)
                .correlateAll();
    }
}
