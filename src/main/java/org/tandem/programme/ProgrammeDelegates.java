package org.tandem.programme;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.proposal.ProposalState;

/** What the processes tell programme. */
@Configuration(proxyBeanMethods = false)
class ProgrammeDelegates {

    private static final String ENTRY = "entry";

    @Bean
    JavaDelegate startDraftingDelegate(Cases cases) {
        return execution -> cases.move(caseOf(execution), ProposalState.DRAFTING.name(), null);
    }

    @Bean
    JavaDelegate closeNotTakenUpDelegate(Cases cases) {
        return execution -> cases.move(caseOf(execution), ProposalState.WITHDRAWN.name(), "NOT_TAKEN_UP");
    }

    @Bean
    JavaDelegate reviseForFundDelegate(Cases cases) {
        return execution -> {
            execution.setVariable(ENTRY, ProposalState.REVISION.name());
            cases.move(caseOf(execution), ProposalState.REVISION.name(), null);
        };
    }

    /** Whoever withdraws it has moved the case already; the event only ends what runs. */
    @Bean
    JavaDelegate endProgrammeDelegate() {
        return execution -> execution.setVariable(ENTRY, ProposalState.WITHDRAWN.name());
    }

    @Bean
    JavaDelegate withdrawProgrammeDelegate(WithdrawProgramme withdraw) {
        return execution -> withdraw.agreed(caseOf(execution));
    }

    @Bean
    JavaDelegate keepProgrammeDelegate(WithdrawProgramme withdraw) {
        return execution -> withdraw.refused(caseOf(execution));
    }

    private static CaseId caseOf(DelegateExecution execution) {
        return new CaseId((String) execution.getVariable("caseId"));
    }
}
