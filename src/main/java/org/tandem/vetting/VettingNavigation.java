package org.tandem.vetting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.Role;
import org.tandem.platform.web.NavigationEntry;
import org.tandem.tasks.BulkPage;

/** Only directors have countries to compare; whoever answers several votes together is led there, too. */
@Configuration(proxyBeanMethods = false)
class VettingNavigation {

    @Bean
    BulkPage comparePage() {
        return new BulkPage(VettingProcess.VET_COUNTRY, "/vetting/compare");
    }

    @Bean
    NavigationEntry compareEntry() {
        return new NavigationEntry(
                20, "vetting.nav.compare", "/vetting/compare", person -> person.holds(Role.REGIONAL_DIRECTOR));
    }
}
