package org.tandem.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.LastRuns;
import org.tandem.platform.engine.FailedJobs;
import org.tandem.platform.engine.JobFigures;
import org.tandem.tasks.SweepDueDates;
import org.tandem.tasks.TaskFigures;

/**
 * The figures of {@code /operations} for those who collect them. Connections, heap and requests are there already, by the names
 * everybody knows: {@code hikaricp.connections.*}, {@code jvm.memory.*}, {@code http.server.requests}.
 */
@Component
@RequiredArgsConstructor
class OperationsMeters implements MeterBinder {

    private static final Duration SHORT = Duration.ofSeconds(30);

    /** What reads every open task is counted this often at most. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final JobFigures jobs;
    private final FailedJobs failedJobs;
    private final StuckCases stuckCases;
    private final TaskFigures tasks;
    private final LastRuns lastRuns;
    private final Clock clock;

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "tandem.jobs.acquisitions", JobFigures.Count.LOOKS, "times this node looked for due jobs");
        counter(registry, "tandem.jobs.acquired", JobFigures.Count.TAKEN, "due jobs this node took");
        counter(
                registry,
                "tandem.jobs.acquired.elsewhere",
                JobFigures.Count.TAKEN_BY_OTHERS,
                "due jobs another node took first");
        counter(registry, "tandem.jobs.rejected", JobFigures.Count.REJECTED, "jobs taken that no thread was free for");
        counter(registry, "tandem.jobs.succeeded", JobFigures.Count.DONE, "jobs done");
        counter(registry, "tandem.jobs.tries.failed", JobFigures.Count.FAILED, "tries of jobs that failed");
        gauge(registry, "tandem.jobs.threads.busy", jobs::threadsBusy, "threads that run jobs");
        gauge(registry, "tandem.jobs.queued", jobs::queued, "jobs that wait for a thread");
        gauge(registry, "tandem.jobs.given.up", seldom(failedJobs::count, SHORT), "jobs the engine has given up");
        gauge(registry, "tandem.tasks.open", seldom(tasks::open, SHORT), "open tasks");
        gauge(registry, "tandem.tasks.overdue", seldom(tasks::overdue, SHORT), "open tasks past their due date");
        gauge(registry, "tandem.cases.open", seldom(stuckCases::openCases, SHORT), "cases that have not ended");
        gauge(registry, "tandem.cases.stuck", seldom(stuckCases::count, LONG), "open cases that nothing moves on");
        Gauge.builder("tandem.sweep.age", seldom(this::sweepAge, SHORT))
                .description("since tasks due were last looked for")
                .baseUnit("seconds")
                .register(registry);
    }

    private Supplier<Number> seldom(Supplier<? extends Number> figure, Duration lasts) {
        return new Remembered(figure, lasts, clock);
    }

    private double sweepAge() {
        return lastRuns.of(SweepDueDates.WORK)
                .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }

    private void counter(MeterRegistry registry, String name, JobFigures.Count count, String description) {
        FunctionCounter.builder(name, jobs, figures -> figures.of(count))
                .description(description)
                .register(registry);
    }

    private static void gauge(
            MeterRegistry registry, String name, Supplier<? extends Number> figure, String description) {
        Gauge.builder(name, figure::get).description(description).register(registry);
    }
}
