package org.tandem;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseHistory;
import org.tandem.countries.Countries;
import org.tandem.people.Roster;

/** Lets the engine say which elements it passes, and hands out {@link Roads} through the processes. */
@TestConfiguration(proxyBeanMethods = false)
public class ProcessTestConfiguration {

    @Bean
    AbstractCamundaConfiguration watchedProcesses(Saboteur saboteur) {
        return new AbstractCamundaConfiguration() {
            @Override
            public void preInit(org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration engine) {
                ProcessCoverageConfigurator.initializeProcessCoverageExtensions(engine);
                List<BpmnParseListener> listeners = new ArrayList<>();
                if (engine.getCustomPostBPMNParseListeners() != null) {
                    listeners.addAll(engine.getCustomPostBPMNParseListeners());
                }
                listeners.add(saboteur);
                engine.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }

    @Bean
    @Lazy
    Roads roads(TestRestTemplate http, JdbcClient jdbc, Roster roster, Countries countries, CaseHistory history) {
        return new Roads(http, jdbc, roster, countries, history);
    }

    @Bean
    static Saboteur saboteur() {
        return new Saboteur();
    }
}
