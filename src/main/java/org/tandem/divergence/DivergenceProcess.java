package org.tandem.divergence;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;

/** What divergences tell their process. Business key is the divergence's own case id. */
@Component
@RequiredArgsConstructor
class DivergenceProcess {

    static final String KEY = "divergence";
    static final String REPAIR_SIDES = "repairSides";
    static final String STATE_POSITION = "statePosition";
    static final String ATTEMPT_SETTLEMENT = "attemptSettlement";
    static final String ANSWER_TEXT = "answerText";
    static final String BRIEF_MECHANISM = "briefMechanism";
    static final String ADVISE_MECHANISM = "adviseMechanism";
    static final String PROPOSE_OUTCOME = "proposeOutcome";
    static final String AGREE_OUTCOME = "agreeOutcome";

    private static final String SIDES_REPAIRED = "sidesRepaired";
    private static final String MATTER_ENDED = "matterEnded";

    private final ObjectProvider<RuntimeService> runtime;

    /** Starts the ladder for a divergence raised by somebody; a split vote is called by the vetting's own diagram. */
    void raised(CaseView view) {
        runtime.getObject()
                .startProcessInstanceByKey(
                        KEY,
                        view.id(),
                        Map.of(
                                "caseId", view.id(),
                                "framework", view.framework(),
                                "country", view.country(),
                                "areaKey", view.areaKey()));
    }

    void sidesRepaired(CaseId id) {
        correlate(SIDES_REPAIRED, id);
    }

    /** Ends the running divergence, if it still runs; one that its caller ended is gone already. */
    void matterEnded(CaseId id) {
        correlate(MATTER_ENDED, id);
    }

    private void correlate(String message, CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
    }
}
