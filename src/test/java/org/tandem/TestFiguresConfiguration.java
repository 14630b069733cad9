package org.tandem;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Keeps what the tests themselves ask for out of the figures of the application: it would stand there address by address. */
@TestConfiguration(proxyBeanMethods = false)
public class TestFiguresConfiguration {

    @Bean
    ObservationPredicate withoutTheTestsOwnRequests() {
        return (name, context) -> !name.startsWith("http.client");
    }
}
