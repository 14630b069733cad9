package org.tandem;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * All of a process, or the class fails. The library's own listener knows one list of processes for all classes and would
 * complain of every class that runs none: it is shown no class at all, {@link RoadsCovered} takes its place.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CoverageThreshold {

    @Bean
    ProcessEngineCoverageProperties coverageProperties() {
        return ProcessEngineCoverageProperties.Companion.builder()
                .assertClassCoverageAtLeast(1.0)
                .addInclusionPatternForTestClasses("none")
                .build();
    }
}
