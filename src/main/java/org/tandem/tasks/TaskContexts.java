package org.tandem.tasks;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;

/** Makes a {@link TaskContext} for whoever does a task. */
@Component
@RequiredArgsConstructor
class TaskContexts {

    private final TaskDeclarations declarations;
    private final CaseHistory history;
    private final Cases cases;
    private final ObjectProvider<TaskService> engine;
    private final Clock clock;

    TaskContext of(OpenTask task, SignedIn who) {
        return new TaskContext(task, who, clock.instant(), declarations.of(task), history, cases, engine.getObject());
    }
}
