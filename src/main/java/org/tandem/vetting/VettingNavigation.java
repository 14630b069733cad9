package org.tandem.vetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.Role;
import org.tandem.platform.web.NavigationEntry;

/** Only directors have countries to compare. */
@Configuration(proxyBeanMethods = false)
class VettingNavigation {

    @Bean
    NavigationEntry compareEntry() {
        return new NavigationEntry(
                20, "vetting.nav.compare", "/vetting/compare", person -> person.holds(Role.REGIONAL_DIRECTOR));
    }
}
