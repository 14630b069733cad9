package org.tandem.platform.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.metrics.MetricsRegistry;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** What this node's job executor has done since the node started, and how busy its threads are. */
@Component
public class JobFigures {

    private final ProcessEngine engine;
    private final ThreadPoolTaskExecutor threads;

    JobFigures(ProcessEngine engine, ThreadPoolTaskExecutor camundaTaskExecutor) {
        this.engine = engine;
        this.threads = camundaTaskExecutor;
    }

    /** What the engine counts, by its own name for it. */
    public enum Count {
        LOOKS(Metrics.JOB_ACQUISITION_ATTEMPT),
        TAKEN(Metrics.JOB_ACQUIRED_SUCCESS),
        TAKEN_BY_OTHERS(Metrics.JOB_ACQUIRED_FAILURE),
        REJECTED(Metrics.JOB_EXECUTION_REJECTED),
        DONE(Metrics.JOB_SUCCESSFUL),
        FAILED(Metrics.JOB_FAILED);

        private final String meter;

        Count(String meter) {
            this.meter = meter;
        }
    }

    /** Since this node started. */
    public long of(Count count) {
        return registry()
                .map(registry -> registry.getDbMeterByName(count.meter).get())
                .orElse(0L);
    }

    public int threadsBusy() {
        return threads.getActiveCount();
    }

    public int threadsMost() {
        return threads.getMaxPoolSize();
    }

    /** Jobs taken that wait for a thread. */
    public int queued() {
        return threads.getQueueSize();
    }

    public boolean isLooking() {
        return configuration().getJobExecutor().isActive();
    }

    private Optional<MetricsRegistry> registry() {
        return Optional.ofNullable(configuration().getMetricsRegistry());
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
