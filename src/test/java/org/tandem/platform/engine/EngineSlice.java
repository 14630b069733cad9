package org.tandem.platform.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tandem.TandemTest;
import org.tandem.TestTimeConfiguration;
import org.tandem.platform.UuidV7;

/** Database and engine as the product sets them up, and nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = EngineSlice.Parts.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TandemTest.OwnDatabase.class)
@Import({TestTimeConfiguration.class, UuidV7.class})
@interface EngineSlice {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"org.tandem.platform.database", "org.tandem.platform.engine"})
    class Parts {}
}
