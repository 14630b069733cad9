package org.tandem.selection;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseEnds;

/** Selected, not selected, not agreed or withdrawn: the process has ended with its outcome. */
@Configuration(proxyBeanMethods = false)
class SelectionEnds {

    @Bean
    CaseEnds selectionCaseEnds() {
        return new CaseEnds(
                SelectionProcess.KEY,
                Arrays.stream(SelectionState.values())
                        .filter(SelectionState::isEnded)
                        .map(SelectionState::name)
                        .collect(toUnmodifiableSet()));
    }
}
