package org.tandem.vetting;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** What vetting tells its process. Business key is the case id. */
@Component
@RequiredArgsConstructor
class VettingProcess {

    static final String KEY = "vetting";
    static final String VET_COUNTRY = VettingTasks.VET_COUNTRY;
    static final String ANSWER_QUESTION = VettingTasks.ANSWER_QUESTION;
    static final String REPAIR_ROSTER = VettingTasks.REPAIR_ROSTER;

    private static final String ROSTER_REPAIRED = "rosterRepaired";

    private final ObjectProvider<RuntimeService> runtime;

    void rosterRepaired(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(ROSTER_REPAIRED)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
    }

    /** Offers the task to the director anew: another instance of the same multi-instance step. */
    void takenBack(CaseId id, String party) {
        RuntimeService engine = runtime.getObject();
        ProcessInstance instance = engine.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(id.value())
                .singleResult();
        ActivityInstance body = engine.getActivityInstance(instance.getId())
                .getActivityInstances(VET_COUNTRY + "#multiInstanceBody")[0];
        engine.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(VET_COUNTRY, body.getId())
                .setVariableLocal("party", party)
                .execute();
    }
}
