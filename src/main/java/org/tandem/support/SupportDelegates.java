package org.tandem.support;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;

/** What the process tells support. */
@Configuration(proxyBeanMethods = false)
class SupportDelegates {

    @Bean
    JavaDelegate closeUnratedDelegate(CloseUnrated closeUnrated) {
        return execution -> closeUnrated.close(new CaseId((String) execution.getVariable("caseId")));
    }
}
