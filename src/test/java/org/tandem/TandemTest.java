package org.tandem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.tandem.platform.engine.StatementsReadOnce;

/**
 * Boots all of Tandem on a free port and on a PostgreSQL database of its own: two engines on one database would take each
 * other's jobs. The clock is a {@link MovableClock}. There is no demo roster unless asked for with
 * <code>@TandemTest("tandem.demo=true")</code>; tests with equal properties share one running application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = TandemApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TandemTest.OwnDatabase.class)
@AutoConfigureObservability(tracing = false)
@Import({TestTimeConfiguration.class, TestFiguresConfiguration.class, CoverageThreshold.class, StatementsReadOnce.class
})
public @interface TandemTest {

    /** Properties, such as <code>tandem.demo=true</code>. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] value() default {};

    /** Gives every application context a database: with the demo roster a copy, without it an empty one to start from. */
    class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            ConfigurableEnvironment environment = context.getEnvironment();
            String name = environment.getProperty("tandem.demo", Boolean.class, false)
                    ? TestDatabases.copy(environment.getProperty("tandem.reference.directories", ""))
                    : TestDatabases.create();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database", TestDatabases.properties(name)));
        }
    }
}
