package org.tandem.versions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tandem.TandemTest;

/** Everything real; jobs, reminders and the background work on migrations stand still until a test moves them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TandemTest({
    "tandem.demo=true",
    "tandem.test.database=migration",
    "tandem.sweep.first=PT24H",
    "tandem.migration.first=PT24H",
    "tandem.migration.batch=2",
    "camunda.bpm.job-execution.enabled=false"
})
@Import(NextVetting.class)
@interface MigrationTest {}
