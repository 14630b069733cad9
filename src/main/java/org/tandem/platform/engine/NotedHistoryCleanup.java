package org.tandem.platform.engine;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.tandem.platform.LastRuns;

/** The engine's own clean-up, which leaves a note of when it ran: at our level of history the engine keeps none. */
@RequiredArgsConstructor
class NotedHistoryCleanup extends HistoryCleanupJobHandler {

    private final ObjectProvider<LastRuns> lastRuns;

    @Override
    public void execute(
            HistoryCleanupJobHandlerConfiguration configuration,
            ExecutionEntity execution,
            CommandContext context,
            String tenant) {
        super.execute(configuration, execution, context, tenant);
        lastRuns.getObject().ran(HistoryCleanup.WORK, null);
    }
}
