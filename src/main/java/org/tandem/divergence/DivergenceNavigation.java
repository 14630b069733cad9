package org.tandem.divergence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.web.NavigationEntry;

/** The register stands with the daily work. */
@Configuration(proxyBeanMethods = false)
class DivergenceNavigation {

    @Bean
    NavigationEntry divergenceNavigationEntry() {
        return new NavigationEntry(40, "cases.kind.divergence.all", "/divergence");
    }
}
