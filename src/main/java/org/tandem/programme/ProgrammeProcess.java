package org.tandem.programme;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSubject;

/** What programme tells its processes. Business key is the case id. */
@Component
@RequiredArgsConstructor
class ProgrammeProcess {

    static final String KEY = "programme";
    static final String JOIN_DRAFTING = "joinDrafting";
    static final String CHOOSE_CALL = "chooseCall";
    static final String DECIDE_NEXT = "decideNext";
    static final String AGREE_WITHDRAWAL = "agreeProgrammeWithdrawal";

    private static final String WITHDRAWAL_KEY = "programmeWithdrawal";
    private static final String PROGRAMME_WITHDRAWN = "programmeWithdrawn";
    private static final String PROGRAMME_OVER = "programmeOver";

    private final ObjectProvider<RuntimeService> runtime;

    void started(CaseId id, CaseSubject subject, String startedBy) {
        start(
                KEY,
                id,
                Map.of(
                        "caseId",
                        id.value(),
                        "framework",
                        subject.framework(),
                        "country",
                        subject.country(),
                        "areaKey",
                        subject.framework() + "-" + subject.area(),
                        "startedBy",
                        startedBy,
                        "joining",
                        "NONE",
                        "entry",
                        "FIRST"));
    }

    void withdrawalAsked(CaseId id, String framework, String agency) {
        start(
                WITHDRAWAL_KEY,
                id,
                Map.of("caseId", id.value(), "framework", framework, "askedBy", agency, "withdrawalAnswer", "NONE"));
    }

    private void start(String process, CaseId id, Map<String, Object> variables) {
        runtime.getObject().startProcessInstanceByKey(process, id.value(), variables);
    }

    /** Ends whatever runs for the programme; drafts stay. */
    void withdrawn(CaseId id, @Nullable String reason) {
        message(PROGRAMME_WITHDRAWN, id).setVariable("reason", reason).correlateAll();
    }

    /** It has ended without the wish to withdraw being answered: whoever was asked need not answer any more. */
    void withdrawalOvertaken(CaseId id) {
        message(PROGRAMME_OVER, id).correlateAll();
    }

    private MessageCorrelationBuilder message(String name, CaseId id) {
        return runtime.getObject().createMessageCorrelation(name).processInstanceBusinessKey(id.value());
    }
}
