package org.tandem.selection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.web.NavigationEntry;

/** The entry of the navigation. */
@Configuration(proxyBeanMethods = false)
class SelectionNavigation {

    @Bean
    NavigationEntry selectionEntry() {
        return new NavigationEntry(20, "selection.nav.list", "/selection");
    }
}
