package org.tandem.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.NavigationEntry;

/** Where the module stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

    @Bean
    NavigationEntry operationsEntry() {
        return new NavigationEntry(230, "operations.nav", "/operations", SignedIn::isAdministrator);
    }
}
