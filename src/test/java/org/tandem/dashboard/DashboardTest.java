package org.tandem.dashboard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.tandem.ProcessTestConfiguration;
import org.tandem.RoadsCovered;
import org.tandem.TandemTest;

/** As {@link org.tandem.ProcessTest}, on a database of its own: what other tests leave behind would be counted. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TandemTest({
    "tandem.demo=true",
    "tandem.reference.directories=src/test/resources/reference-invented,src/test/resources/reference-three",
    "tandem.sweep.first=PT10H",
    "camunda.bpm.job-execution.enabled=false",
    "tandem.test.database=dashboard"
})
@Import({ProcessTestConfiguration.class, EmptyHouse.class})
@TestExecutionListeners(
        listeners = RoadsCovered.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface DashboardTest {}
