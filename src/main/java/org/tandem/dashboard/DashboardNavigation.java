package org.tandem.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.web.NavigationEntry;

/** The entry of the navigation, for all who may read the cases of any framework. */
@Configuration(proxyBeanMethods = false)
class DashboardNavigation {

    @Bean
    NavigationEntry dashboardEntry(ViewScopes scopes) {
        return new NavigationEntry(60, "dashboard.title", "/dashboard", person -> !scopes.readable(person)
                .isEmpty());
    }
}
