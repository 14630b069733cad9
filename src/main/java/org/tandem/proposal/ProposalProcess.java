package org.tandem.proposal;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** What proposal tells the processes of its case. Business key is the case id. */
@Component
@RequiredArgsConstructor
class ProposalProcess {

    static final String KEY = "proposal";

    private static final String PROPOSAL_CHANGED = "proposalChanged";

    private final ObjectProvider<RuntimeService> runtime;
    private final ApplicationEventPublisher events;

    /** The text under review or clearance, or waiting for a call, is another one now. */
    void changed(CaseId id) {
        runtime.getObject()
                .createMessageCorrelation(PROPOSAL_CHANGED)
                .processInstanceBusinessKey(id.value())
                .correlateAll();
        events.publishEvent(new ProposalReopened(id));
    }
}
