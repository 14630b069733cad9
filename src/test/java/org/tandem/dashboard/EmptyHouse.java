package org.tandem.dashboard;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.MovableClock;

/** The baseline of every scenario: reference data and roster are there, no case is. */
class EmptyHouse {

    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    EmptyHouse(RuntimeService engine, JdbcClient jdbc, MovableClock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void sweep() {
        clock.reset();
        engine.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> engine.deleteProcessInstance(id, "the next test begins"));
        jdbc.sql("truncate tandem.case_file, tandem.case_number, tandem.task, tandem.nudge cascade")
                .update();
    }
}
