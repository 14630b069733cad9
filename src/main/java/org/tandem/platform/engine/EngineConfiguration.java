package org.tandem.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.tandem.platform.LastRuns;
import org.tandem.platform.UuidV7;

/** The engine as decided: small, closed, and quiet. What the starter has a property for stands in application.yml. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin engineSettings(
            EngineProperties properties,
            ObjectProvider<LastRuns> lastRuns,
            ObjectProvider<EngineStatements> statements) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                closeDoors(engine);
                engine.setCustomPreDeployers(List.of(EngineConfiguration::readNothingOutside));
                keepHistory(engine, properties);
                engine.setFailedJobRetryTimeCycle(properties.tryFailedJobsAgainAfter());
                engine.setCustomJobHandlers(List.of(new NotedHistoryCleanup(lastRuns)));
                nameInLogs(engine);
                statements.ifAvailable(read -> read.giveTo(engine));
            }
        };
    }

    private static void closeDoors(ProcessEngineConfigurationImpl engine) {
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setTaskMetricsEnabled(false);
        // An error nobody catches must be seen, not end the process quietly.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnsureJobDueDateNotNull(true);
    }

    /** Before the engine reads them and before they are stored: its readers would fetch any schema that a file names. */
    private static void readNothingOutside(DeploymentEntity deployment) {
        deployment.getResources().values().stream()
                .filter(resource -> resource.getName().matches("(?i).*\\.(bpmn|dmn)|.*\\.(bpmn20|dmn11)\\.xml"))
                .forEach(resource -> resource.setBytes(SelfContained.of(resource.getBytes())));
    }

    private static void keepHistory(ProcessEngineConfigurationImpl engine, EngineProperties properties) {
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryTimeToLive(properties.historyTimeToLive().toString());
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_END);
        engine.setHistoryCleanupBatchWindowStartTime(
                properties.cleanupWindowStart().toString());
        engine.setHistoryCleanupBatchWindowEndTime(properties.cleanupWindowEnd().toString());
    }

    /** Three names in every log line written inside a process; no variables, hence nothing personal. */
    private static void nameInLogs(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextProcessDefinitionKey("process");
        engine.setLoggingContextActivityId("task");
        engine.setLoggingContextBusinessKey("case");
        engine.setLoggingContextActivityName("");
        engine.setLoggingContextApplicationName("");
        engine.setLoggingContextProcessDefinitionId("");
        engine.setLoggingContextProcessInstanceId("");
        engine.setLoggingContextTenantId("");
        engine.setLoggingContextEngineName("");
    }

    @Bean
    IdGenerator idGenerator(UuidV7 ids) {
        return () -> ids.next().toString();
    }

    /** The starter's own executor drops running jobs at shutdown; this one lets them finish. */
    @Bean
    ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties properties) {
        JobExecutionProperty jobs = properties.getJobExecution();
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("job-");
        executor.setCorePoolSize(jobs.getCorePoolSize());
        executor.setMaxPoolSize(jobs.getMaxPoolSize());
        executor.setQueueCapacity(jobs.getQueueCapacity());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(60);
        return executor;
    }
}
