package org.tandem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * Everything real, but time and jobs stand still until a test moves them. All such tests share one running application:
 * they take fresh countries from {@link Roads} and leave roster, ceilings and clock as they found them. Five agencies and
 * two frameworks that do not exist are there as data only (D21).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TandemTest({
    "tandem.demo=true",
    "tandem.reference.directories=src/test/resources/reference-invented,src/test/resources/reference-three",
    "tandem.sweep.first=PT10H",
    "camunda.bpm.job-execution.enabled=false"
})
@Import(ProcessTestConfiguration.class)
@TestExecutionListeners(
        listeners = RoadsCovered.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ProcessTest {

    /** Id of the process every flow node and sequence flow of which the class has to go through; none for no such demand. */
    String covers() default "";
}
