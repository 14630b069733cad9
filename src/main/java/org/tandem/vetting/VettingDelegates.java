package org.tandem.vetting;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;

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
}
