package org.tandem.submission;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** What submission tells its process and asks its decision table. Business key is the case id. */
@Component
@RequiredArgsConstructor
class SubmissionProcess {

    static final String KEY = "submission";

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<DecisionService> decisions;

    /** Nothing happens where nobody waits for handing it in. */
    void callClosed(CaseId id) {
        tell("callClosed", id);
    }

    void callReopened(CaseId id) {
        tell("callReopened", id);
    }

    /** The text was changed before it was handed in. */
    void overtaken(CaseId id) {
        tell("submissionOvertaken", id);
    }

    /** The version all had cleared as an answer to the fund was changed again. */
    void clearedReopened(CaseId id) {
        tell("clearedReopened", id);
    }

    /** The fund has it: what waits with anybody ends, and the coordinators withdraw it there. */
    void countryWithdrawn(CaseId id) {
        tell("submittedCountryWithdrawn", id);
    }

    private void tell(String message, CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
    }

    /** What an answer to one question about the fit means: FITS, LOOK, REWRITES or BLOCKS. */
    String fit(String question, String answer) {
        return decisions
                .getObject()
                .evaluateDecisionTableByKey("submissionFit")
                .variables(Map.of("question", question, "answer", answer))
                .evaluate()
                .getSingleEntry();
    }
}
