package org.tandem.selection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.vetting.VettedParties;

/** What the processes tell selection. */
@Configuration(proxyBeanMethods = false)
class SelectionDelegates {

    @Bean
    JavaDelegate identifyJointlyDelegate(IdentifyJointly identifyJointly) {
        return execution -> {
            Eligibility.Facts facts = identifyJointly.identify(caseOf(execution));
            execution.setVariable("alreadyOpen", facts.alreadyOpen());
            execution.setVariable("ceilingReached", facts.ceilingReached());
            execution.setVariable("absenceUnexplained", facts.absenceUnexplained());
        };
    }

    @Bean
    JavaDelegate closeNotAgreedDelegate(MoveSelection move) {
        return execution -> move.to(caseOf(execution), SelectionState.NOT_AGREED, "REFUSED");
    }

    @Bean
    JavaDelegate lapseNominationDelegate(MoveSelection move) {
        return execution -> move.to(caseOf(execution), SelectionState.NOT_AGREED, "LAPSED");
    }

    @Bean
    JavaDelegate closeIneligibleDelegate(MoveSelection move) {
        return execution ->
                move.to(caseOf(execution), SelectionState.NOT_SELECTED, (String) execution.getVariable("eligibility"));
    }

    @Bean
    JavaDelegate selectCountryDelegate(MoveSelection move) {
        return execution -> move.to(caseOf(execution), SelectionState.VETTED, null);
    }

    @Bean
    JavaDelegate rejectCountryDelegate(MoveSelection move, VettedParties votes) {
        return execution -> {
            CaseId id = caseOf(execution);
            move.to(id, SelectionState.NOT_SELECTED, votes.settledAs(id.value()).orElse("DECLINED"));
        };
    }

    @Bean
    JavaDelegate endWithdrawnDelegate(MoveSelection move) {
        return execution -> move.to(caseOf(execution), SelectionState.WITHDRAWN, null);
    }

    @Bean
    JavaDelegate withdrawCountryDelegate(WithdrawCountry withdraw) {
        return execution -> withdraw.agreed(caseOf(execution));
    }

    @Bean
    JavaDelegate keepCountryDelegate(WithdrawCountry withdraw) {
        return execution -> withdraw.refused(caseOf(execution));
    }

    private static CaseId caseOf(DelegateExecution execution) {
        return new CaseId((String) execution.getVariable("caseId"));
    }
}
