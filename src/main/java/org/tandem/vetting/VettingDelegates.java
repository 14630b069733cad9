package org.tandem.vetting;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;
import org.tandem.divergence.RaiseDivergence;

/** What the process tells vetting. */
@Configuration(proxyBeanMethods = false)
class VettingDelegates {

    @Bean
    JavaDelegate openVettingDelegate(OpenVetting openVetting) {
        return execution -> {
            boolean found = openVetting.open(new CaseId((String) execution.getVariable("caseId")));
            execution.setVariable("directors", found ? "FOUND" : "MISSING");
            execution.setVariable("vote", "NONE");
        };
    }

    @Bean
    JavaDelegate tallyVotesDelegate(TallyVotes tallyVotes) {
        return execution -> execution.setVariable(
                "outcome",
                tallyVotes
                        .tally(new CaseId((String) execution.getVariable("caseId")))
                        .name());
    }

    @Bean
    JavaDelegate raiseSplitVoteDelegate(RaiseDivergence raiseDivergence) {
        return execution -> execution.setVariable(
                "divergenceId",
                raiseDivergence
                        .ofSplitVote(new CaseId((String) execution.getVariable("caseId")))
                        .value());
    }

    @Bean
    JavaDelegate applySettlementDelegate(SettledVotes settledVotes) {
        return execution -> execution.setVariable(
                "outcome",
                settledVotes
                        .outcome(new CaseId((String) execution.getVariable("caseId")))
                        .name());
    }
}
