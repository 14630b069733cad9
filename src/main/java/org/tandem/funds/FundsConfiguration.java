package org.tandem.funds;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.platform.web.NavigationEntry;

/** Loads the files if they, or the countries they name, have changed; then keeps them in memory. */
@Configuration(proxyBeanMethods = false)
class FundsConfiguration {

    /** Raise it when the payloads in the tables change shape. */
    private static final String SHAPE = "funds-3";

    @Bean
    FundData fundData(ReferenceFiles files, ReferenceLoads loads, Countries countries, FundTables tables) {
        FundFiles found = FundFiles.find(files);
        loads.load(
                "funds",
                SHAPE + loads.fingerprint("countries"),
                found.all(),
                () -> tables.write(found.read(countries)));
        return tables.read();
    }

    @Bean
    Funds funds(FundData data) {
        return new Funds(data);
    }

    @Bean
    Markers markers(FundData data) {
        return new Markers(data);
    }

    @Bean
    NavigationEntry fundsNavigation() {
        return new NavigationEntry(120, "funds.nav", "/funds");
    }
}
