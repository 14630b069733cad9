package org.tandem.frameworks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.platform.web.NavigationEntry;

/** Loads the files if they, or the countries and agencies they name, have changed; then keeps them in memory. */
@Configuration(proxyBeanMethods = false)
class FrameworksConfiguration {

    /** Raise it when the payloads in the tables change shape. */
    private static final String SHAPE = "frameworks-1";

    @Bean
    Frameworks frameworks(
            ReferenceFiles files,
            ReferenceLoads loads,
            Countries countries,
            Agencies agencies,
            FrameworkTables tables,
            Assessments assessments,
            Ceilings ceilings) {
        FrameworkFiles found = FrameworkFiles.find(files, countries, agencies);
        loads.load("frameworks", SHAPE + loads.fingerprint("countries"), found.all(), () -> tables.write(found.read()));
        return new Frameworks(tables.frameworks(), tables.collaborations(), tables.openPoints(), assessments, ceilings);
    }

    @Bean
    NavigationEntry frameworksNavigation() {
        return new NavigationEntry(110, "frameworks.nav", "/frameworks");
    }
}
