package org.tandem.submission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.proposal.ProposalState;

/** What the process tells submission. */
@Configuration(proxyBeanMethods = false)
class SubmissionDelegates {

    private static final String OUTCOME = "outcome";

    @Bean
    JavaDelegate openConsultationDelegate(MoveSubmission move) {
        return execution -> move.to(caseOf(execution), SubmissionState.RC_CONSULTATION, null);
    }

    @Bean
    JavaDelegate openHandInDelegate(MoveSubmission move) {
        return execution -> {
            move.to(caseOf(execution), SubmissionState.READY, null);
            move.note(caseOf(execution), "submission.history.readyToHandIn");
        };
    }

    @Bean
    JavaDelegate giveUpSubmissionDelegate(MoveSubmission move) {
        return execution -> {
            execution.setVariable(OUTCOME, SubmissionState.WITHDRAWN.name());
            move.to(caseOf(execution), SubmissionState.WITHDRAWN, "GIVEN_UP");
        };
    }

    @Bean
    JavaDelegate takeBackSubmissionDelegate(MoveSubmission move) {
        return execution -> toRevision(execution, move, "TAKEN_BACK", "submission.history.takenBack");
    }

    @Bean
    JavaDelegate recordOvertakenDelegate(MoveSubmission move) {
        return execution -> toRevision(execution, move, "OVERTAKEN", "submission.history.overtaken");
    }

    private static void toRevision(DelegateExecution execution, MoveSubmission move, String reason, String words) {
        execution.setVariable(OUTCOME, ProposalState.REVISION.name());
        move.note(caseOf(execution), words);
        move.to(caseOf(execution), SubmissionState.WITHDRAWN, reason);
    }

    @Bean
    JavaDelegate recordWithdrawalDelegate(MoveSubmission move) {
        return execution -> {
            execution.setVariable(OUTCOME, MoveSubmission.COUNTRY_WITHDRAWN);
            move.to(caseOf(execution), SubmissionState.WITHDRAWN, MoveSubmission.COUNTRY_WITHDRAWN);
        };
    }

    @Bean
    JavaDelegate recordLateHandInDelegate(MoveSubmission move) {
        return execution -> move.recordLate(caseOf(execution));
    }

    @Bean
    JavaDelegate reopenForFundDelegate(MoveSubmission move) {
        return execution -> {
            execution.setVariable("entry", ProposalState.REVISION.name());
            move.reopen(caseOf(execution));
        };
    }

    private static CaseId caseOf(DelegateExecution execution) {
        return new CaseId((String) execution.getVariable("caseId"));
    }
}
