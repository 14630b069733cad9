package org.tandem.divergence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseEnds;

/** Settled one way or the other, or closed. */
@Configuration(proxyBeanMethods = false)
class DivergenceEnds {

    @Bean
    CaseEnds divergenceCaseEnds() {
        return new CaseEnds(
                DivergenceProcess.KEY,
                Arrays.stream(DivergenceState.values())
                        .filter(state -> !state.isOpen())
                        .map(DivergenceState::name)
                        .collect(toUnmodifiableSet()));
    }
}
