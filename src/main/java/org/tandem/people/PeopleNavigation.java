package org.tandem.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.web.NavigationEntry;

/** Where the module stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleNavigation {

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(200, "people.nav", "/people", MandateRights::names);
    }
}
