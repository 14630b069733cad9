package org.tandem.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.tandem.MovableClock;
import org.tandem.Roads;
import org.tandem.Saboteur;

/** Leads a nomination to its lapse, which fails until the engine gives up. */
record FailedRoad(
        Roads roads, Saboteur saboteur, MovableClock clock, ManagementService management, RuntimeService runtime) {

    static final String STEP = "lapseNomination";

    record Failed(String caseId, String job) {}

    Failed givenUp() {
        Failed failed = failedOnce();
        while (management.createJobQuery().jobId(failed.job()).singleResult().getRetries() > 0) {
            fails(failed.job());
        }
        return failed;
    }

    Failed failedOnce() {
        String id = roads.nominated();
        clock.advance(Duration.ofDays(31));
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        saboteur.strikeAt(Saboteur.step("start", STEP));
        fails(job);
        return new Failed(id, job);
    }

    private void fails(String job) {
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("sabotage");
    }
}
