package org.tandem.selection;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** What selection tells its processes and asks its decision tables. Business key is the case id. */
@Component
@RequiredArgsConstructor
class SelectionProcess {

    static final String KEY = "selection";
    static final String WITHDRAWAL_KEY = "selectionWithdrawal";
    static final String AGREE_NOMINATION = "agreeNomination";
    static final String AGREE_WITHDRAWAL = "agreeWithdrawal";

    private static final String COUNTRY_WITHDRAWN = "countryWithdrawn";
    private static final String COUNTRY_DECIDED = "countryDecided";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<ManagementService> management;

    void nominated(Nomination nomination) {
        NominationView view = nomination.view();
        runtime.getObject()
                .startProcessInstanceByKey(
                        KEY,
                        view.caseId(),
                        Map.of(
                                "caseId", view.caseId(),
                                "framework", view.framework(),
                                "country", view.country(),
                                "areaKey", view.framework() + "-" + view.area(),
                                "nominatedBy", view.nominatedBy(),
                                "agreement", "NONE"));
    }

    void withdrawalAsked(CaseId id, String framework, String agency) {
        runtime.getObject()
                .startProcessInstanceByKey(
                        WITHDRAWAL_KEY,
                        id.value(),
                        Map.of(
                                "caseId",
                                id.value(),
                                "framework",
                                framework,
                                "askedBy",
                                agency,
                                "withdrawalAnswer",
                                "NONE"));
    }

    /** Ends the running selection of the case, if one runs. */
    void countryWithdrawn(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(COUNTRY_WITHDRAWN)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
    }

    /** The case has ended without the wish being answered: whoever was asked need not answer any more. */
    void withdrawalOvertaken(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(COUNTRY_DECIDED)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
    }

    /** Timers of the selection rest while the country is paused. */
    void timeStopped(CaseId id) {
        instance(id).ifPresent(instance -> management.getObject().suspendJobByProcessInstanceId(instance));
    }

    void timeGoesOn(CaseId id, Duration lost) {
        instance(id).ifPresent(instance -> {
            ManagementService jobs = management.getObject();
            for (Job job : jobs.createJobQuery().processInstanceId(instance).list()) {
                jobs.setJobDuedate(
                        job.getId(), Date.from(job.getDuedate().toInstant().plus(lost)));
            }
            jobs.activateJobByProcessInstanceId(instance);
        });
    }

    private Optional<String> instance(CaseId id) {
        return Optional.ofNullable(runtime.getObject()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(KEY)
                        .processInstanceBusinessKey(id.value())
                        .singleResult())
                .map(ProcessInstance::getId);
    }

    String eligibility(Eligibility.Facts facts) {
        return decisions
                .getObject()
                .evaluateDecisionTableByKey("selectionEligibility")
                .variables(Map.of(
                        "alreadyOpen", facts.alreadyOpen(),
                        "ceilingReached", facts.ceilingReached(),
                        "absenceUnexplained", facts.absenceUnexplained()))
                .evaluate()
                .getSingleEntry();
    }

    int priority(boolean ldc, boolean crisis) {
        return decisions
                .getObject()
                .evaluateDecisionTableByKey("selectionPriority")
                .variables(Map.of("ldc", ldc, "crisis", crisis))
                .evaluate()
                .<Number>getSingleEntry()
                .intValue();
    }
}
