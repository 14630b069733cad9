package org.tandem.tasks;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;

/** Asks the diagram once more whom an open task is for, and offers it to them, in the engine and in the projection alike. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class OfferAnew {

    private final ObjectProvider<ProcessEngine> engine;
    private final TaskTable table;
    private final CaseHistory history;

    /** @return the task as it is offered now */
    OpenTask offer(OpenTask before) {
        List<String> offers = ((ProcessEngineConfigurationImpl)
                        engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> offer(before, context.getTaskManager().findTaskById(before.id())));
        if (offers.equals(before.offers())) {
            return before;
        }
        table.offerAnew(before.id(), offers);
        Message words = Message.of(
                "tasks.history.offeredAnew", MessageArgument.task(before.name()), MessageArgument.groups(offers));
        history.add(before.caseOf(), CaseEntry.Kind.ROSTER, null, null, words, null);
        offers.forEach(group -> history.tell(before.caseOf(), group, words, null));
        return table.find(before.id()).orElseThrow();
    }

    private static List<String> offer(OpenTask before, TaskEntity task) {
        List<String> offers = NewStep.offers(task.getTaskDefinition(), task);
        before.offers().stream().filter(group -> !offers.contains(group)).forEach(task::deleteCandidateGroup);
        offers.stream().filter(group -> !before.offers().contains(group)).forEach(task::addCandidateGroup);
        return offers;
    }
}
