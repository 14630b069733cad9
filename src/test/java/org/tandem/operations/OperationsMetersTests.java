package org.tandem.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.SweepDueDates;

/** Do those who collect figures find ours, by names that do not change? */
@ProcessTest
class OperationsMetersTests {

    @Autowired
    Roads roads;

    @Autowired
    OperationsMeters meters;

    @Autowired
    SweepDueDates sweepDueDates;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void collect() {
        meters.bindTo(registry);
    }

    @Test
    void keepTheirNames() {
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder(
                        "tandem.jobs.acquisitions",
                        "tandem.jobs.acquired",
                        "tandem.jobs.acquired.elsewhere",
                        "tandem.jobs.rejected",
                        "tandem.jobs.succeeded",
                        "tandem.jobs.tries.failed",
                        "tandem.jobs.threads.busy",
                        "tandem.jobs.queued",
                        "tandem.jobs.given.up",
                        "tandem.tasks.open",
                        "tandem.tasks.overdue",
                        "tandem.cases.open",
                        "tandem.cases.stuck",
                        "tandem.sweep.age");
    }

    @Test
    void countWhatIsThere() {
        roads.inArea("A4").nominated();
        sweepDueDates.sweep();

        assertThat(gauge("tandem.tasks.open")).isPositive();
        assertThat(gauge("tandem.cases.open")).isPositive();
        assertThat(gauge("tandem.sweep.age")).isBetween(0.0, 60.0);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
