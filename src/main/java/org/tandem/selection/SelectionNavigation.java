package org.tandem.selection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.web.NavigationEntry;

/** The entries of the navigation; whoever can bring a country in finds the way on every page. */
@Configuration(proxyBeanMethods = false)
class SelectionNavigation {

    @Bean
    NavigationEntry selectionEntry() {
        return new NavigationEntry(20, "selection.nav.list", "/selection");
    }

    @Bean
    NavigationEntry nominateEntry(Frameworks frameworks, Nominators nominators) {
        return new NavigationEntry(
                15, "task.nominateCountry", "/selection/nominate", person -> frameworks.all().stream()
                        .anyMatch(framework -> nominators.mayNominateIn(framework, person)));
    }
}
