package org.tandem.programme;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.proposal.ProposalState;

/** What the processes tell programme. */
@Configuration(proxyBeanMethods = false)
class ProgrammeDelegates {

    @Bean
    JavaDelegate startDraftingDelegate(MoveProgramme move) {
        return execution -> move.to(caseOf(execution), ProposalState.DRAFTING);
    }

    @Bean
    JavaDelegate closeNotTakenUpDelegate(WithdrawProgramme withdraw, MoveProgramme move) {
        return execution -> {
            withdraw.overtaken(caseOf(execution));
            move.end(caseOf(execution), "NOT_TAKEN_UP");
        };
    }

    @Bean
    JavaDelegate takeBackToRevisionDelegate(MoveProgramme move) {
        return execution -> {
            execution.setVariable("entry", ProposalState.REVISION.name());
            move.to(caseOf(execution), ProposalState.REVISION);
        };
    }

    @Bean
    JavaDelegate endProgrammeDelegate(MoveProgramme move) {
        return execution -> move.end(caseOf(execution), (String) execution.getVariable("reason"));
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
