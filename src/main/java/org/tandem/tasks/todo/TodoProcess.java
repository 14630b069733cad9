package org.tandem.tasks.todo;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;

/** What ad-hoc work tells its process. Business key is the case id, as in every process of a case. */
@Component
class TodoProcess {

    static final String KEY = "todo";
    static final String SEE_TO_CASE = "seeToCase";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<TaskService> tasks;

    TodoProcess(ObjectProvider<RuntimeService> runtime, ObjectProvider<TaskService> tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** @return the id of the process instance */
    String asked(CaseView view) {
        return runtime.getObject()
                .startProcessInstanceByKey(KEY, view.id(), Map.of("caseId", view.id(), "framework", view.framework()))
                .getId();
    }

    void done(String taskId) {
        tasks.getObject().complete(taskId);
    }
}
