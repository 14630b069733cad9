package org.tandem.proposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;

/** What the process tells proposal. */
@Configuration(proxyBeanMethods = false)
class ProposalDelegates {

    @Bean
    JavaDelegate openReviewDelegate(MoveProposal move) {
        return execution -> move.openReview(caseOf(execution));
    }

    @Bean
    JavaDelegate tallyReviewsDelegate(MoveProposal move) {
        return execution -> execution.setVariable("reviewed", move.tally(caseOf(execution)));
    }

    @Bean
    JavaDelegate openClearanceDelegate(MoveProposal move) {
        return execution -> {
            execution.setVariable("clearance", "NONE");
            move.openClearance(caseOf(execution));
        };
    }

    @Bean
    JavaDelegate recordClearanceDelegate(MoveProposal move) {
        return execution -> move.cleared(caseOf(execution));
    }

    @Bean
    JavaDelegate askForRevisionDelegate(MoveProposal move) {
        return execution -> move.toRevision(caseOf(execution));
    }

    private static CaseId caseOf(DelegateExecution execution) {
        return new CaseId((String) execution.getVariable("caseId"));
    }
}
