package org.tandem.support;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseType;

/** A question of a country team to the joint mechanism. */
@Configuration(proxyBeanMethods = false)
class SupportCaseType {

    @Bean
    CaseType supportCase() {
        return new CaseType(SupportProcess.KEY, List.of());
    }
}
