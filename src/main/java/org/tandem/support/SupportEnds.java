package org.tandem.support;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseEnds;

/** Declined, or answered: whether an answer is rated is up to whoever asked. */
@Configuration(proxyBeanMethods = false)
class SupportEnds {

    @Bean
    CaseEnds supportCaseEnds() {
        return new CaseEnds(
                SupportProcess.KEY,
                Arrays.stream(SupportState.values())
                        .filter(state -> !state.isUnanswered())
                        .map(SupportState::name)
                        .collect(toUnmodifiableSet()));
    }
}
