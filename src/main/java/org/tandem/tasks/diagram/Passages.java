package org.tandem.tasks.diagram;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the engine has recorded of the way of a case through one process, steps of the same transaction included. */
@Component
@RequiredArgsConstructor
class Passages {

    private final ObjectProvider<HistoryService> history;

    /** In the order in which they began. */
    List<Passage> of(String caseId, String process) {
        HistoryService engine = history.getObject();
        return engine
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(instance -> engine
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .filter(recorded -> !isFrame(recorded))
                .map(Passages::passage)
                .toList();
    }

    /** A case stands at a step within it, not at the frame around the step. */
    private static boolean isFrame(HistoricActivityInstance recorded) {
        return recorded.getEndTime() == null && recorded.getActivityType().equals(ActivityTypes.SUB_PROCESS);
    }

    private static Passage passage(HistoricActivityInstance recorded) {
        return new Passage(
                recorded.getActivityId(),
                recorded.getStartTime().toInstant(),
                instant(recorded.getEndTime()),
                recorded.isCanceled(),
                recorded.getTaskId(),
                recorded.getParentActivityInstanceId());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
