package org.tandem.support;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.web.NavigationEntry;

/** The way to the register, from every page. */
@Configuration(proxyBeanMethods = false)
class SupportNavigation {

    @Bean
    NavigationEntry supportEntry() {
        return new NavigationEntry(30, "support.nav", "/support");
    }
}
