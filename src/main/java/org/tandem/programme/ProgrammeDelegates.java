package org.tandem.programme;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.proposal.ProposalState;
import org.tandem.submission.OpenSubmission;

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
    JavaDelegate openSubmissionDelegate(OpenSubmission submissions, CurrentPerson currentPerson) {
        return execution -> {
            OpenSubmission.Opened opened =
                    submissions.open(caseOf(execution), (String) execution.getVariable("call"), currentPerson.get());
            execution.setVariable("submissionId", opened.id().value());
            execution.setVariable("fund", opened.fund());
            execution.setVariable("submitters", opened.submitters());
            execution.setVariable("outcome", "NONE");
        };
    }

    @Bean
    JavaDelegate stopProgrammeDelegate(MoveProgramme move) {
        return execution -> move.end(caseOf(execution), "REFUSED");
    }

    @Bean
    JavaDelegate closeWithCountryDelegate(MoveProgramme move) {
        return execution -> move.end(caseOf(execution), "COUNTRY_WITHDRAWN");
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
