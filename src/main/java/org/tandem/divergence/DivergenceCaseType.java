package org.tandem.divergence;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseType;

/** A divergence of the parties about a case. */
@Configuration(proxyBeanMethods = false)
class DivergenceCaseType {

    @Bean
    CaseType divergenceCase() {
        return new CaseType(DivergenceProcess.KEY, List.of());
    }
}
