package org.tandem.divergence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseId;

/** What the process tells divergences. */
@Configuration(proxyBeanMethods = false)
class DivergenceDelegates {

    @Bean
    JavaDelegate openLevelDelegate(OpenLevel openLevel) {
        return execution -> {
            OpenLevel.Opened opened = openLevel.open(caseOf(execution));
            execution.setVariable("level", opened.level().name());
            execution.setVariable("sides", opened.missing().isEmpty() ? "FOUND" : "MISSING");
        };
    }

    @Bean
    JavaDelegate comparePositionsDelegate(ComparePositions comparePositions) {
        return execution -> comparePositions.compare(caseOf(execution));
    }

    @Bean
    JavaDelegate recordSettlementDelegate(RecordSettlement recordSettlement) {
        return execution -> execution.setVariable(
                "divergenceOutcome", recordSettlement.settle(caseOf(execution)).name());
    }

    @Bean
    JavaDelegate closeDivergenceDelegate(CloseDivergences close) {
        return execution -> {
            close.close(caseOf(execution));
            execution.setVariable("divergenceOutcome", Outcome.MATTER_ENDED.name());
        };
    }

    private static CaseId caseOf(DelegateExecution execution) {
        return new CaseId((String) execution.getVariable("caseId"));
    }
}
